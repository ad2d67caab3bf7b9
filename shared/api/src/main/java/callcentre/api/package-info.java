@org.jspecify.annotations.NullMarked
package callcentre.api;
