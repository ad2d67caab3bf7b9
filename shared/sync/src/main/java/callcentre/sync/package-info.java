@org.jspecify.annotations.NullMarked
package callcentre.sync;
