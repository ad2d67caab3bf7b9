/** The simulator's movable time. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.clock;
