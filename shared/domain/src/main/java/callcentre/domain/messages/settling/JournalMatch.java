package callcentre.domain.messages.settling;

import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageId;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the journal's records is the record of which message of ours. They have the same numbers
 * and the same text, so nothing but their order tells them apart: the first message has the first
 * record that is not older than its request. A record that is left over is of a message that
 * somebody sent elsewhere, or of one whose fate is not known.
 */
public final class JournalMatch {

  /** Clocks differ, and the journal notes a message some seconds after its request. */
  public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private JournalMatch() {}

  /**
   * Matches what is not matched yet.
   *
   * @param ours messages of one chain of groups; only those that were sent get a record
   * @param records of the journal with the same numbers and text
   * @return the records by the messages; the same for any order of both
   */
  public static Map<OutgoingId, Message> of(
      Collection<OutgoingMessage> ours, Collection<Message> records) {
    List<Message> free = new ArrayList<>(records.stream().filter(JournalMatch::isFree).toList());
    free.sort(Comparator.comparing(Message::at).thenComparing(Message::id));
    List<OutgoingMessage> open =
        new ArrayList<>(ours.stream().filter(JournalMatch::isOpen).toList());
    open.sort(
        Comparator.comparing(JournalMatch::askedAt).thenComparing(message -> message.id().value()));
    Map<OutgoingId, Message> matches = new LinkedHashMap<>();
    for (OutgoingMessage message : open) {
      Optional<Message> record = first(message, free);
      record.ifPresent(
          found -> {
            matches.put(message.id(), found);
            free.remove(found);
          });
    }
    return matches;
  }

  /** The provider's own id decides, should the journal use the same; else the order of time. */
  private static Optional<Message> first(OutgoingMessage message, List<Message> free) {
    Optional<MessageId> named = message.acceptedId().flatMap(MessageId::find);
    return free.stream()
        .filter(record -> named.filter(record.id()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                free.stream()
                    .filter(record -> !record.at().isBefore(askedAt(message).minus(CLOCKS_DIFFER)))
                    .findFirst());
  }

  private static boolean isFree(Message record) {
    return record.sentAs().isEmpty();
  }

  private static boolean isOpen(OutgoingMessage message) {
    return message.state() == SendState.SENT && message.journalId().isEmpty();
  }

  private static Instant askedAt(OutgoingMessage message) {
    return message.attempt().map(Attempt::claimedAt).orElse(message.acceptedAt());
  }
}
