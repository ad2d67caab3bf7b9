/** The switches of a simulator. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.settings;
