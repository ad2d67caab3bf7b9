/** The simulator's state and the pipeline each request runs through. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.world;
