/** The files behind the provider's links (MightyCall reference 3.10). */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families.audio;
