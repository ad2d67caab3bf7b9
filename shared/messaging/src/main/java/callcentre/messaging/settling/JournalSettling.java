package callcentre.messaging.settling;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.sending.Settlement;
import callcentre.domain.messages.settling.JournalMatch;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares what we sent with what the journal shows, group by group: messages of which nobody knew
 * are settled, and a message and the journal's record of it become one row. Each write is on
 * condition of the row as it was read and may be done again, so several may do this at once.
 */
public final class JournalSettling {

  private static final Duration AFTER = Duration.ofMinutes(5);

  private final OutgoingMessages messages;
  private final MessageQueries journal;
  private final MessageStore records;
  private final HistoryGate gate;
  private final InstantSource clock;

  /**
   * @param records where the journal's messages are stored
   */
  public JournalSettling(
      OutgoingMessages messages,
      MessageQueries journal,
      MessageStore records,
      InstantSource clock) {
    this.messages = messages;
    this.journal = journal;
    this.records = records;
    this.gate = new HistoryGate(clock);
    this.clock = clock;
  }

  /**
   * What became of a group.
   *
   * @param settled messages that were unknown, and were sent as the journal proves
   * @param recorded messages whose record in the journal is known from now on
   * @param counts what was compared
   */
  public record Outcome(int settled, int recorded, Settlement counts) {}

  /**
   * Settles a group and those that it cannot be told from: 3 to 4 requests, 1 for each message that
   * is settled and 4 for each whose record is found.
   */
  public Outcome settle(SendGroup group) {
    return settle(Chain.around(group, messages));
  }

  Outcome settle(Chain chain) {
    List<Message> shown = journalRows(chain);
    Settlement counts =
        new Settlement(
            chain.count(SendState.SENT),
            chain.count(SendState.UNKNOWN),
            chain.count(SendState.SENDING),
            Math.toIntExact(shown.stream().filter(JournalSettling::provesSending).count()));
    boolean isProven = chain.isWhole() && counts.unknown() > 0 && counts.provesAllSent();
    if (!isProven && shown.isEmpty()) {
      return new Outcome(0, 0, counts);
    }
    int settled = 0;
    Map<OutgoingId, Versioned<OutgoingMessage>> ours = new HashMap<>();
    for (Versioned<OutgoingMessage> row : messages.findAll(chain.members().keySet())) {
      ours.put(row.value().id(), row);
      if (isProven && row.value().state() == SendState.UNKNOWN) {
        settled += write(ours, row.value().settled(clock.instant()));
      }
    }
    return new Outcome(settled, record(ours, shown), counts);
  }

  /** Links each record with its message, and tells of what was not delivered after all. */
  private int record(Map<OutgoingId, Versioned<OutgoingMessage>> ours, List<Message> shown) {
    List<OutgoingMessage> rows = ours.values().stream().map(Versioned::value).toList();
    int found = 0;
    for (Map.Entry<OutgoingId, Message> match : JournalMatch.of(rows, shown).entrySet()) {
      OutgoingMessage row = of(ours, match.getKey()).value();
      found += write(ours, row.recordedAs(match.getValue().id().value(), clock.instant()));
    }
    Map<String, Message> byId = new HashMap<>();
    shown.forEach(message -> byId.put(message.id().value(), message));
    for (OutgoingId id : List.copyOf(ours.keySet())) {
      OutgoingMessage row = of(ours, id).value();
      row.journalId()
          .filter(byId::containsKey)
          .map(byId::get)
          .ifPresent(record -> follow(ours, row, record));
    }
    return found;
  }

  private void follow(
      Map<OutgoingId, Versioned<OutgoingMessage>> ours, OutgoingMessage row, Message record) {
    if (record.sentAs().isEmpty()) {
      hide(record, row.id());
      messages.noteRecorded(row);
    }
    if (row.state() == SendState.SENT && !provesSending(record)) {
      SendError why =
          new SendError(
              "not_delivered",
              "MightyCall accepted it and shows in its journal that it was not sent. It is not"
                  + " sent again by itself; look at the number and retry it, or leave it.");
      write(ours, row.ended(SendEvent.UNDELIVERED, why, clock.instant()));
    }
  }

  /** The record keeps its row, which lists leave out from now on. */
  private void hide(Message record, OutgoingId shownAs) {
    List<MessageFact> fact = new ArrayList<>();
    fact.add(new SentAs(record.id(), shownAs, clock.instant()));
    records
        .store(gate.messages(fact).admitted())
        .forEach(
            result ->
                result
                    .problem()
                    .ifPresent(
                        problem -> {
                          throw new IllegalStateException(
                              "The journal's record of "
                                  + shownAs
                                  + " was not marked and is shown beside it until the next pull: "
                                  + problem);
                        }));
  }

  /** Writes a row unless somebody else did: then its answer came at last, and is as good. */
  private int write(Map<OutgoingId, Versioned<OutgoingMessage>> ours, OutgoingMessage next) {
    try {
      ours.put(next.id(), messages.write(of(ours, next.id()), next));
      return 1;
    } catch (VersionConflictException changed) {
      return 0;
    }
  }

  private static Versioned<OutgoingMessage> of(
      Map<OutgoingId, Versioned<OutgoingMessage>> ours, OutgoingId id) {
    return Objects.requireNonNull(ours.get(id), () -> "a message that was not read: " + id);
  }

  private List<Message> journalRows(Chain chain) {
    SendGroup group = chain.first();
    return journal
        .between(
            group.from(),
            group.to(),
            group.start().minus(JournalMatch.CLOCKS_DIFFER),
            chain.last().end().plus(AFTER))
        .stream()
        .filter(message -> isOneOf(group, message))
        .toList();
  }

  private static boolean isOneOf(SendGroup group, Message message) {
    return message.direction() == Direction.OUTGOING
        && SendGroup.hash(message.text().orElse("")).equals(group.textHash());
  }

  /** A row that says that it was not sent proves nothing. */
  private static boolean provesSending(Message message) {
    return message.delivery() != Delivery.NOT_SENT;
  }
}
