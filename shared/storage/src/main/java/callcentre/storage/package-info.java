@org.jspecify.annotations.NullMarked
package callcentre.storage;
