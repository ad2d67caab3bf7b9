/** What goes wrong on demand. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.faults;
