/** The journal and the contact centre's view of it (MightyCall reference 3.5, 3.7). */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families.journal;
