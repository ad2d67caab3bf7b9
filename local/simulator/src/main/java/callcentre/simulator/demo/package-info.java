/**
 * Days of a busy centre that are made from a seed when they are asked for: the same seed and day
 * are the same conversations, whenever the simulator was started.
 */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.demo;
