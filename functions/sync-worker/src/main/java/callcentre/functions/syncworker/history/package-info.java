/** Pulling history: the lists of calls, voicemails and the journal, by windows and pages. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.syncworker.history;
