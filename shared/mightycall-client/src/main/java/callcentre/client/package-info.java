@org.jspecify.annotations.NullMarked
package callcentre.client;
