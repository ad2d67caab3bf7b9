/** The provider's methods, one class per family of routes. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families;
