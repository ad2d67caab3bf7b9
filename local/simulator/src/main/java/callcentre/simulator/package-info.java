/** A simulated MightyCall over HTTP, for development and tests. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator;
