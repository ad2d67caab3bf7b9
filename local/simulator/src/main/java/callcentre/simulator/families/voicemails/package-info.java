/** {@code /voicemails} (MightyCall reference 3.2). */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families.voicemails;
