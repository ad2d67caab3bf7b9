package callcentre.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.MessageFact.Absence;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.ReadEdit;
import callcentre.domain.messages.MessageFact.RemovalEdit;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessageEvidenceTest {

  private static final MessageId ID = new MessageId("66e5d111c1a2d3e4f506172a");
  private static final Instant AT = Instant.parse("2026-09-14T19:00:02.500Z");

  @Provide
  Arbitrary<List<MessageFact>> facts() {
    Arbitrary<Boolean> yes = Arbitraries.of(true, false);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 5);
    return Arbitraries.oneOf(
            Combinators.combine(yes, Arbitraries.of("late", "soon"), yes, minutes)
                .as((read, text, there, at) -> (MessageFact) journal(read, text, there, at)),
            minutes.map(at -> new Absence(ID, minute(at))),
            minutes.map(at -> new SentAs(ID, new OutgoingId("batch0001", at), minute(at))),
            Combinators.combine(yes, minutes).as((read, at) -> new ReadEdit(ID, read, minute(at))),
            Combinators.combine(yes, minutes)
                .as((removed, at) -> new RemovalEdit(ID, removed, minute(at))))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void sameFactsInAnyOrderAnyNumberOfTimesAndGroupingGiveTheSameRow(
      @ForAll("facts") List<MessageFact> facts,
      @ForAll("facts") List<MessageFact> more,
      @ForAll long seed) {
    List<MessageFact> disordered = new ArrayList<>(facts);
    disordered.addAll(more);
    disordered.addAll(facts);
    Collections.shuffle(disordered, new Random(seed));
    MessageEvidence merged = MessageEvidence.NONE;
    for (MessageFact fact : disordered) {
      merged = merged.with(fact);
    }
    MessageEvidence expected = new MessageEvidence(facts).merge(new MessageEvidence(more));

    assertThat(merged).isEqualTo(expected);
    if (merged.isDescribed()) {
      assertThat(merged.view()).isEqualTo(expected.view());
    }
  }

  @Test
  void aMessageThatIsGoneAtTheProviderStaysWithItsTextAndIsMarked() {
    MessageEvidence known = MessageEvidence.of(journal(false, "Running late", true, 1));

    Message gone = known.with(journal(false, "", false, 5)).view();

    assertThat(gone.removed()).isTrue();
    assertThat(gone.text()).contains("Running late");
    assertThat(known.with(new Absence(ID, minute(5))).view().removed()).isTrue();
  }

  @Test
  void aMessageThatWasRestoredIsThereAgain() {
    MessageEvidence removed =
        MessageEvidence.of(
            journal(false, "Running late", true, 1), new RemovalEdit(ID, true, minute(2)));

    assertThat(removed.view().removed()).isTrue();
    assertThat(removed.with(new RemovalEdit(ID, false, minute(3))).view().removed()).isFalse();
    assertThat(removed.with(journal(false, "Running late", true, 3)).view().removed()).isFalse();
  }

  @Test
  void theJournalAgainstOurOwnMarkIsDecidedByTime() {
    MessageEvidence marked =
        MessageEvidence.of(journal(false, "hi", true, 1), new ReadEdit(ID, true, minute(2)));

    assertThat(marked.view().read()).isTrue();
    assertThat(marked.with(journal(false, "hi", true, 3)).view().read()).isFalse();
    assertThat(marked.with(journal(false, "hi", true, 1)).saysTheSameAs(marked)).isTrue();
  }

  @Test
  void deliveryIsReadByWholeWords() {
    assertThat(Delivery.ofWord("notSent")).isEqualTo(Delivery.NOT_SENT);
    assertThat(Delivery.ofWord("sent")).isEqualTo(Delivery.SENT);
    assertThat(Delivery.ofWord("resent")).isEqualTo(Delivery.UNSPECIFIED);
  }

  @Test
  void anIdIsTheJournals() {
    assertThat(MessageId.find("66E5D111C1A2D3E4F506172A")).contains(ID);
    assertThat(MessageId.find("f5e6d7c8-b9aa-4b18-8c7d-6e5f4a3b2c1d")).isEmpty();
    assertThatThrownBy(() -> new MessageId("66E5D111C1A2D3E4F506172A"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JournalMessage journal(boolean read, String text, boolean available, int minute) {
    return new JournalMessage(
        ID,
        Optional.of("e4d5c6b7-a899-4a07-9b6c-5d4e3f2a1b0c"),
        Optional.of(new PhoneNumber("+12125550147")),
        Party.of("+13475550123", Optional.empty()),
        Direction.INCOMING,
        Optional.of(text).filter(words -> !words.isEmpty()),
        AT,
        Delivery.UNSPECIFIED,
        List.of(),
        Optional.empty(),
        read,
        WorkflowState.OPEN,
        Optional.empty(),
        available,
        minute(minute));
  }

  private static Instant minute(int minute) {
    return AT.plus(Duration.ofMinutes(minute));
  }
}
