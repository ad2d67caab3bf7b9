package callcentre.functions.syncworker.history;

import callcentre.client.facts.JournalFacts;
import callcentre.client.facts.JournalReading;
import callcentre.client.journal.JournalApi;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalPage;
import callcentre.client.journal.JournalQuery;
import callcentre.client.journal.JournalType;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.Direction;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.functions.syncworker.pull.Pull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The journal: calls, the voicemails left in them, and messages (reference 3.5). */
final class JournalFamily implements HistoryFamily {

  /** Of these, webhooks tell (reference 4.5). */
  private static final Set<Direction> BETWEEN_CENTRE_AND_CLIENT =
      EnumSet.of(Direction.INCOMING, Direction.OUTGOING);

  private final JournalApi provider;
  private final JournalFacts facts;
  private final HistoryRows rows;
  private final int pageSize;

  JournalFamily(JournalApi provider, JournalFacts facts, HistoryRows rows, int pageSize) {
    this.provider = provider;
    this.facts = facts;
    this.rows = rows;
    this.pageSize = pageSize;
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public FamilyPage<JournalEntry> page(Window window, int page, Pull pull) {
    Instant askedAt = pull.clock().instant();
    JournalQuery query = JournalQuery.of(filter(window), pageSize).withPage(page);
    JournalPage answer = provider.list(query, pull.call());
    return new FamilyPage<>(
        answer.rows(),
        OptionalLong.empty(),
        pull,
        (entries, stored) -> store(entries, askedAt, stored));
  }

  @Override
  public long count(Window window, Pull pull) {
    return provider.count(filter(window), pull.call()).records();
  }

  @Override
  public Map<HistorySource, Long> counts(Window window, Pull pull) {
    List<JournalType> calls = List.of(JournalType.CALL, JournalType.CALLBACK_REQUEST);
    return Map.of(
        HistorySource.JOURNAL_CALLS,
        provider.count(filter(window).types(calls), pull.call()).records(),
        HistorySource.JOURNAL_MESSAGES,
        provider.count(filter(window).types(List.of(JournalType.MESSAGE)), pull.call()).records());
  }

  @Override
  public Map<HistorySource, Long> stored(Window window) {
    return Map.of(
        HistorySource.JOURNAL_CALLS,
        rows.callsFrom(CallSource.JOURNAL, window),
        HistorySource.JOURNAL_MESSAGES,
        rows.messages(window));
  }

  private static JournalFilter filter(Window window) {
    return JournalFilter.window(window.from(), window.to());
  }

  private void store(List<JournalEntry> entries, Instant askedAt, StoredPage page) {
    List<CallFact> calls = new ArrayList<>();
    List<VoicemailFact> voicemails = new ArrayList<>();
    List<MessageFact> messages = new ArrayList<>();
    for (JournalEntry entry : entries) {
      switch (facts.read(entry, askedAt)) {
        case JournalReading.CallRow(var call, var voicemail) -> {
          calls.add(call);
          if (BETWEEN_CENTRE_AND_CLIENT.contains(call.details().direction())) {
            page.call(call.details().startedAt());
          }
          voicemail.ifPresent(voicemails::add);
        }
        case JournalReading.MessageRow(var message) -> messages.add(message);
        case JournalReading.OtherRow(var id, var reason) -> page.skip(reason);
      }
    }
    rows.calls(calls, page);
    rows.voicemails(voicemails, page);
    rows.messages(messages, page);
  }
}
