/** What happened at the simulated centre: calls, voicemails and messages, and what was noted. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.history;
