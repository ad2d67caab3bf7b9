package callcentre.functions.syncworker.history;

import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallSource;
import callcentre.domain.history.Window;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.messaging.settling.PulledMessages;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.sms.OptOutWords;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailStore;
import java.util.List;
import java.util.Set;

/** The stored history, through the gate. */
final class HistoryRows {

  /** The stores and what counts their rows. */
  record Tables(
      CallStore calls,
      CallQueries callCounts,
      VoicemailStore voicemails,
      VoicemailQueries voicemailCounts,
      MessageStore messages,
      MessageQueries messageCounts,
      OptOutWords optOutWords,
      PulledMessages ownMessages) {}

  private final HistoryGate gate;
  private final Tables tables;
  private final SeenExtensions seen;

  HistoryRows(HistoryGate gate, Tables tables, SeenExtensions seen) {
    this.gate = gate;
    this.tables = tables;
    this.seen = seen;
  }

  void calls(List<CallFact> facts, StoredPage page) {
    facts.forEach(seen::in);
    page.store(gate.calls(facts), tables.calls()::store, "calls");
  }

  void voicemails(List<VoicemailFact> facts, StoredPage page) {
    page.store(gate.voicemails(facts), tables.voicemails()::store, "voicemails");
  }

  void messages(List<MessageFact> facts, StoredPage page) {
    Admission<MessageFact> admission = gate.messages(facts);
    // Before the rows: a page that is not done is read again, and a STOP must not be passed over.
    tables.optOutWords().note(admission.admitted());
    page.store(admission, tables.messages()::store, "messages");
    page.settle(admission.admitted().stream().map(Admitted::value).toList(), tables.ownMessages());
  }

  /** How many calls of a window a source has told of. */
  long callsFrom(CallSource source, Window window) {
    return tables.callCounts().count(window.from(), window.to()).of(source);
  }

  /** How many calls of a window each of these sources has told of. */
  long callsFromAll(Set<CallSource> sources, Window window) {
    return tables.callCounts().count(window.from(), window.to()).ofAll(sources);
  }

  long voicemailsFrom(VoicemailSource source, Window window) {
    return tables.voicemailCounts().count(window.from(), window.to()).of(source);
  }

  /** How many messages of a window are stored; only the journal tells of them. */
  long messages(Window window) {
    return tables.messageCounts().count(window.from(), window.to());
  }
}
