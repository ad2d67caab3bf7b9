@org.jspecify.annotations.NullMarked
package callcentre.runner;
