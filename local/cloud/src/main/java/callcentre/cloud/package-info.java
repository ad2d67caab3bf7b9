@org.jspecify.annotations.NullMarked
package callcentre.cloud;
