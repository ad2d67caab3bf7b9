/** The control API under {@code /_simulator}. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.control;
