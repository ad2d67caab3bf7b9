package callcentre.storage.gate;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.Described;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.storage.gate.Refused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryGateTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final CallId ID = new CallId("3f0d6a1e-52b7-4c9a-9e14-000000000001");
  private static final Party CLIENT =
      Party.number(new PhoneNumber("+13475550123"), Optional.empty());

  private final HistoryGate gate = new HistoryGate(InstantSource.fixed(NOW));

  @Test
  void aPlausibleFactPassesAsItIs() {
    ListedCall call = call(NOW.minusSeconds(60), Duration.ofSeconds(30), List.of());

    Admission<CallFact> admission = gate.calls(List.of(call));

    assertThat(admission.admitted()).extracting(Admitted::value).containsExactly(call);
    assertThat(admission.refused()).isEmpty();
  }

  @Test
  void aCallOfTheFarFutureOrOfBeforeTheProviderIsRefusedAndTheOthersPass() {
    ListedCall good = call(NOW, Duration.ZERO, List.of());
    ListedCall future = call(NOW.plus(Duration.ofDays(3)), Duration.ZERO, List.of());
    ListedCall past = call(Instant.parse("1999-12-31T23:59:59Z"), Duration.ZERO, List.of());

    Admission<CallFact> admission = gate.calls(List.of(future, good, past));

    assertThat(admission.admitted()).extracting(Admitted::value).containsExactly(good);
    assertThat(admission.refused())
        .containsExactly(
            new Refused<>(future, Reason.IMPLAUSIBLE_TIME),
            new Refused<>(past, Reason.IMPLAUSIBLE_TIME));
  }

  @Test
  void aCallThatLastsForWeeksIsRefused() {
    assertThat(reason(call(NOW, Duration.ofDays(8), List.of())))
        .isEqualTo(Reason.IMPLAUSIBLE_DURATION);
  }

  @Test
  void textsLargerThanARowCanBeAreRefused() {
    assertThat(reason(new CommentEdit(ID, ID, Optional.of("x".repeat(30_000)), NOW)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void ofMorePartiesThanARowHoldsThoseThatTalkedAreKept() {
    List<Leg> legs = new ArrayList<>();
    for (int index = 0; index < 60; index++) {
      Party colleague =
          Party.extension(new Extension(Integer.toString(100 + index)), Optional.empty());
      legs.add(new Leg(colleague, index == 59, false));
    }

    Admission<CallFact> admission = gate.calls(List.of(call(NOW, Duration.ZERO, legs)));

    List<Leg> kept = ((Described) admission.admitted().getFirst().value()).details().legs();
    assertThat(kept).hasSize(CallBounds.MOST_LEGS).startsWith(legs.get(59), legs.get(0));
  }

  @Test
  void voicemailsAndMessagesAreHeldToTheSameBounds() {
    Instant future = NOW.plus(Duration.ofDays(30));

    assertThat(gate.voicemails(List.of(voicemail(NOW), voicemail(future))).refused())
        .extracting(Refused::reason)
        .containsExactly(Reason.IMPLAUSIBLE_TIME);
    assertThat(gate.messages(List.of(message(NOW, "hello"))).admitted()).hasSize(1);
    assertThat(gate.messages(List.of(message(future, "hello"))).refused()).hasSize(1);
    assertThat(gate.messages(List.of(message(NOW, "x".repeat(30_000)))).refused())
        .extracting(Refused::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  private Reason reason(CallFact fact) {
    Admission<CallFact> admission = gate.calls(List.of(fact));
    assertThat(admission.admitted()).isEmpty();
    return admission.refused().getFirst().reason();
  }

  private static ListedCall call(Instant startedAt, Duration duration, List<Leg> legs) {
    return new ListedCall(
        ID,
        new CallDetails(
            Direction.INCOMING,
            CallStatus.CONNECTED,
            CLIENT,
            legs,
            Optional.of(new PhoneNumber("+12125550147")),
            startedAt,
            Optional.empty(),
            Optional.of(duration),
            Optional.empty(),
            Optional.empty()),
        NOW);
  }

  private static ListedVoicemail voicemail(Instant receivedAt) {
    return new ListedVoicemail(
        new VoicemailId(ID.value()),
        CLIENT,
        Optional.empty(),
        Optional.empty(),
        receivedAt,
        Optional.empty(),
        false,
        Optional.empty(),
        NOW);
  }

  private static JournalMessage message(Instant at, String text) {
    return new JournalMessage(
        new MessageId("66e5d2f0c1a2d3e4f506172b"),
        Optional.empty(),
        Optional.empty(),
        CLIENT,
        Direction.INCOMING,
        Optional.of(text),
        at,
        Delivery.UNSPECIFIED,
        List.of(),
        Optional.empty(),
        false,
        WorkflowState.OPEN,
        Optional.empty(),
        true,
        NOW);
  }
}
