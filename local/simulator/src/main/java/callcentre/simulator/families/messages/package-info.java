/** Sending SMS and MMS. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.families.messages;
