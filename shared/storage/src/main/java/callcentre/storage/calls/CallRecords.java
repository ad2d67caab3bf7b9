package callcentre.storage.calls;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CallEdit;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.Party;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntries;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.domain.links.PairLinks;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.RecordKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Rows of {@code call_history}. A call's GUID is the row; a journal record goes into the row of the
 * GUID that it names, or of the call that it alone can be.
 */
final class CallRecords implements RecordKind<CallFact, CallEvidence> {

  private static final int SCHEMA_VERSION = 1;

  private final Supplier<Retention> retention;

  CallRecords(Supplier<Retention> retention) {
    this.retention = retention;
  }

  @Override
  public Table table() {
    return Table.CALL_HISTORY;
  }

  @Override
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  @Override
  public String recordOf(CallFact fact) {
    return switch (fact) {
      case ListedCall listed -> listed.id().value();
      case RequestedCall requested -> requested.id().value();
      case EventFact events -> events.id().value();
      case JournalCall journal -> journal.journalId().value();
      case CallEdit edit -> edit.journalId().value();
    };
  }

  @Override
  public Optional<String> rowNamedBy(CallFact fact) {
    return fact instanceof JournalCall journal
        ? journal.guid().map(CallId::value)
        : Optional.empty();
  }

  @Override
  public CallFact toStore(CallFact fact, Optional<String> row) {
    return switch (fact) {
      case ListedCall listed -> listed;
      case RequestedCall requested -> requested;
      case EventFact events -> events;
      case JournalCall journal ->
          new JournalCall(
              journal.journalId(),
              row.map(CallId::new),
              journal.details(),
              journal.notes(),
              journal.observedAt());
      case CommentEdit edit ->
          new CommentEdit(edit.journalId(), edit.journalId(), edit.comment(), edit.observedAt());
      case WorkflowEdit edit ->
          new WorkflowEdit(edit.journalId(), edit.journalId(), edit.workflow(), edit.observedAt());
      case ReadEdit edit ->
          new ReadEdit(edit.journalId(), edit.journalId(), edit.read(), edit.observedAt());
    };
  }

  @Override
  public CallEvidence none() {
    return CallEvidence.NONE;
  }

  @Override
  public ItemWriter write(CallFact fact) {
    return CallFactItems.write(fact);
  }

  @Override
  public CallFact read(String record, ItemReader item) {
    return CallFactItems.read(record, item);
  }

  @Override
  public ItemWriter columns(String id, CallEvidence evidence) {
    ItemWriter item = new ItemWriter();
    if (!evidence.isDescribed()) {
      return item;
    }
    Call call = evidence.view();
    return item.text(CallColumns.MONTH, TimeKeys.month(call.startedAt()))
        .text(CallColumns.STARTED, TimeKeys.of(call.startedAt(), id))
        .text(CallColumns.BUSINESS_NUMBER, call.businessNumber().map(PhoneNumber::e164))
        .text(CallColumns.EXTENSION, call.agent().map(Agent::extension).map(Extension::digits))
        .text(CallColumns.CLIENT, call.client().flatMap(Party::phone).map(PhoneNumber::e164))
        .text(CallColumns.DIRECTION, call.direction().wireName())
        .text(CallColumns.OUTCOME, call.status().wireName())
        .text(CallColumns.SOURCES, sources(call));
  }

  /** Whoever talked besides the agent finds the call under the own extension. */
  @Override
  public Map<String, ItemWriter> companions(String id, CallEvidence evidence) {
    if (!evidence.isDescribed()) {
      return Map.of();
    }
    Call call = evidence.view();
    Map<String, ItemWriter> legs = new HashMap<>();
    for (Extension talker : call.otherTalkers()) {
      ItemWriter leg =
          new ItemWriter()
              .text(CallColumns.EXTENSION, talker.digits())
              .text(CallColumns.STARTED, TimeKeys.of(call.startedAt(), id));
      expires(evidence).ifPresent(at -> leg.seconds("ttl", at));
      legs.put("leg#" + id + "#" + talker.digits(), leg);
    }
    return legs;
  }

  @Override
  public Optional<Instant> expires(CallEvidence evidence) {
    return evidence.isDescribed()
        ? retention.get().expires(evidence.view().startedAt())
        : Optional.empty();
  }

  /** Ends do not count in matching calls; without them an ended call does not change its pair. */
  @Override
  public Optional<PairEntry> entry(CallEvidence evidence) {
    return PairEntries.of(evidence).stream()
        .filter(entry -> !entry.joined())
        .findFirst()
        .map(
            entry ->
                new PairEntry(
                    entry.key(), entry.id(), entry.kind(), entry.start(), entry.start(), false));
  }

  @Override
  public Collection<PairKey> near(PairEntry entry) {
    return entry.key().around(entry.start(), entry.start(), PairLinks.CALL_REACH);
  }

  @Override
  public Map<String, Link> resolve(Collection<PairEntry> entries) {
    return PairLinks.ofCalls(entries);
  }

  @Override
  public boolean joinsItsPartner(PairEntry.Kind family) {
    return family == PairEntry.Kind.JOURNAL;
  }

  private static String sources(Call call) {
    return call.sources().stream().map(CallSource::wireName).collect(Collectors.joining(","));
  }
}
