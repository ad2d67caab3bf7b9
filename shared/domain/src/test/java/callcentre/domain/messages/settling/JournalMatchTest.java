package callcentre.domain.messages.settling;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.MessageId;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JournalMatchTest {

  private static final PhoneNumber OURS = new PhoneNumber("+13123194556");
  private static final PhoneNumber CLIENT = new PhoneNumber("+13475550123");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theFirstMessageHasTheFirstRecordThatIsNotOlderThanIt() {
    List<OutgoingMessage> ours = List.of(sent(1, 300), sent(2, 0));
    List<Message> records = List.of(record(8, 302), record(9, 4));

    assertThat(ids(JournalMatch.of(ours, records)))
        .isEqualTo(Map.of(ours.get(1).id(), id(9), ours.get(0).id(), id(8)));
  }

  @Test
  void aRecordFromLongBeforeIsOfAnotherMessage() {
    assertThat(JournalMatch.of(List.of(sent(1, 300)), List.of(record(9, 100)))).isEmpty();
    assertThat(JournalMatch.of(List.of(sent(1, 300)), List.of(record(9, 190)))).hasSize(1);
  }

  @Test
  void theProvidersOwnIdDecidesWhereTheJournalUsesIt() {
    OutgoingMessage first = sent(1, 0);
    OutgoingMessage named = claimed(2, 1).accepted(Optional.of(id(8).value()), NOON);

    assertThat(ids(JournalMatch.of(List.of(named), List.of(record(7, 1), record(8, 2)))))
        .isEqualTo(Map.of(named.id(), id(8)));
    assertThat(ids(JournalMatch.of(List.of(first), List.of(record(7, 1), record(8, 2)))))
        .isEqualTo(Map.of(first.id(), id(7)));
  }

  @Test
  void whatIsMatchedStaysSoAndWhatWasNotSentHasNoRecord() {
    OutgoingMessage known = sent(1, 0).recordedAs(id(7).value(), NOON);
    OutgoingMessage open = claimed(2, 0);
    Message taken = MessageEvidence.of(fact(7, 1), new SentAs(id(7), known.id(), NOON)).view();

    assertThat(JournalMatch.of(List.of(known, open), List.of(taken, record(8, 2)))).isEmpty();
  }

  @Property
  void eachRecordIsOfOneMessageWhateverTheirOrder(
      @ForAll @Size(max = 6) List<@IntRange(max = 900) Integer> sends,
      @ForAll @Size(max = 8) List<@IntRange(max = 900) Integer> notes,
      @ForAll long seed) {
    List<OutgoingMessage> ours = new ArrayList<>();
    sends.forEach(at -> ours.add(sent(ours.size(), at)));
    List<Message> records = new ArrayList<>();
    notes.forEach(at -> records.add(record(records.size(), at)));

    Map<OutgoingId, Message> matches = JournalMatch.of(ours, records);
    Collections.shuffle(ours, new Random(seed));
    Collections.shuffle(records, new Random(seed));

    assertThat(JournalMatch.of(ours, records)).isEqualTo(matches);
    assertThat(new HashSet<>(matches.values())).hasSize(matches.size());
  }

  private static Map<OutgoingId, MessageId> ids(Map<OutgoingId, Message> matches) {
    Map<OutgoingId, MessageId> ids = new HashMap<>();
    matches.forEach((message, record) -> ids.put(message, record.id()));
    return ids;
  }

  private static OutgoingMessage sent(int number, int second) {
    return claimed(number, second).accepted(Optional.empty(), NOON);
  }

  private static OutgoingMessage claimed(int number, int second) {
    Instant at = NOON.plusSeconds(second);
    MessageBatch batch =
        new MessageBatch(
            "batch%04d".formatted(number),
            OURS,
            List.of(CLIENT),
            "Hello",
            List.of(),
            "sub-manager",
            Optional.empty(),
            Optional.empty(),
            at);
    return batch.messages().getFirst().claimed(new Attempt("attempt-" + number, at));
  }

  private static Message record(int number, int second) {
    return MessageEvidence.of(fact(number, second)).view();
  }

  private static JournalMessage fact(int number, int second) {
    return new JournalMessage(
        id(number),
        Optional.empty(),
        Optional.of(OURS),
        Party.number(CLIENT, Optional.empty()),
        Direction.OUTGOING,
        Optional.of("Hello"),
        NOON.plusSeconds(second),
        Delivery.SENT,
        List.of(),
        Optional.empty(),
        true,
        WorkflowState.NONE,
        Optional.empty(),
        true,
        NOON.plusSeconds(1_000));
  }

  private static MessageId id(int number) {
    return new MessageId("66e5d2f0%016x".formatted(number));
  }
}
