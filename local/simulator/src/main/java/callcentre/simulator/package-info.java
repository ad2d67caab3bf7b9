@org.jspecify.annotations.NullMarked
package callcentre.simulator;
