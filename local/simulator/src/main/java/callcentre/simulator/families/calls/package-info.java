/** {@code /calls} (MightyCall reference 3.1). */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families.calls;
