package callcentre.functions.callprojector;

import static callcentre.functions.callprojector.Sequences.call;
import static callcentre.functions.callprojector.Sequences.event;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.events.EventNotice;
import callcentre.functions.callprojector.Sequences.Sequence;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CallProjectorTest {

  private static final String CALL = call(1);

  private final ProjectorStage stage;

  CallProjectorTest(Cloud cloud) {
    stage = new ProjectorStage(cloud);
  }

  @Test
  void anAnsweredCallIsARowWithItsTimesAndItsAgent() {
    assertThat(stage.receive(Sequence.ANSWERED.of(CALL))).isEmpty();

    Call row = stage.row(CALL);
    assertThat(row.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(row.startedAt()).isEqualTo(Sequences.START);
    assertThat(row.connectedAt()).contains(Sequences.START.plusSeconds(2));
    assertThat(row.endedAt()).contains(Sequences.START.plusSeconds(3));
    assertThat(row.agent().orElseThrow().extension().digits()).isEqualTo("101");
  }

  @Test
  void theEventsOfACallInABatchAreOneReadAndOneWriteAndKnownOnesAreNoWrite() {
    List<StoredEvent> events = Sequence.ANSWERED.of(CALL);
    stage.receive(events.subList(0, 1));
    events.forEach(stage.events()::store);
    stage.requests().reset();

    stage.project(events);
    assertThat(stage.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.BatchGetItem", 1,
                "dynamodb.PutItem", 1,
                "dynamodb.Query", 1,
                "dynamodb.GetItem", 1,
                "dynamodb.TransactWriteItems", 1,
                "dynamodb.UpdateItem", 1));

    stage.requests().reset();
    stage.project(events);
    assertThat(stage.requests().counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 1, "dynamodb.Query", 1, "dynamodb.GetItem", 1));
  }

  @Test
  void theEndOfACallIsNotedOnceAMinuteAndNothingElseIs() {
    List<StoredEvent> answered = Sequence.ANSWERED.of(CALL);
    stage.receive(answered.subList(0, 3));
    assertThat(stage.ended()).isEmpty();

    stage.receive(answered.subList(3, 4));
    assertThat(stage.ended())
        .containsExactly(Sequences.START.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
    stage.requests().reset();
    stage.receive(Sequence.MISSED.of(call(2)));
    assertThat(stage.requests().counts()).doesNotContainKey("dynamodb.UpdateItem");
  }

  @Test
  void anEndThatIsStillToComeHidesNoneBeforeIt() {
    Instant now = Sequences.START.plus(Duration.ofHours(1));

    stage.receive(
        event(CALL, "OutgoingCallCompleted", "101", now.plus(Duration.ofMinutes(30)).toString()));

    assertThat(stage.row(CALL).endedAt()).isPresent();
    assertThat(stage.ended().getFirst()).isBetween(now, now.plusSeconds(60));
  }

  @Test
  void lateRingingNeverReopensACall() {
    stage.receive(Sequence.ANSWERED.of(CALL));
    stage.receive(event(CALL, "IncomingCallRinging", "102", Sequences.START.plusSeconds(8) + ""));

    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(stage.row(CALL).finished()).isTrue();
  }

  @Test
  void stopRingingIsNeverAnAnswerAndAMissedCallIsNeverAnswered() {
    List<StoredEvent> missed = Sequence.MISSED.of(CALL);
    stage.receive(missed.subList(0, 3));
    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.RINGING);
    assertThat(stage.row(CALL).connectedAt()).isEmpty();

    stage.receive(missed);

    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.MISSED);
    assertThat(stage.row(CALL).connectedAt()).isEmpty();
    assertThat(stage.row(CALL).agent()).isEmpty();
  }

  @Test
  void anEventThatSaysNothingOfACallIsParkedOnceWithItsReason() {
    StoredEvent unknown = event(CALL, "IncomingCallHeld", "101", Sequences.START.toString());

    assertThat(stage.receive(unknown)).isEmpty();

    EventRow row = stage.events().find(EventRow.of(unknown).id()).orElseThrow();
    assertThat(row.event().standing()).isEqualTo(EventStanding.PARKED);
    assertThat(row.reason()).contains("unknown_type");
    stage.requests().reset();
    stage.project(List.of(unknown));
    assertThat(stage.requests().total()).isZero();
  }

  @Test
  void anEventWithoutACallIsParkedAndKeepsNoOtherFromItsRow() {
    StoredEvent nobodys =
        new StoredEvent(
            new EventNotice(
                "IncomingCall",
                Optional.of("00000000-0000-0000-0000-000000000000"),
                Optional.empty(),
                Optional.of(Sequences.START.toString()),
                Optional.empty(),
                Optional.empty()),
            "{}",
            Sequences.START,
            EventStanding.RECEIVED);
    StoredEvent good = Sequence.ANSWERED.of(CALL).getFirst();

    assertThat(stage.receive(nobodys, good)).isEmpty();

    assertThat(stage.events().find(EventRow.of(nobodys).id()).orElseThrow().reason())
        .contains("no_call_id");
    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.RINGING);
  }

  @Test
  void anEventOfAnImpossibleTimeIsADeadLetterAndTheCallsOthersAreNot() {
    StoredEvent future = event(CALL, "IncomingCallConnected", "101", "2093-01-01T00:00:00Z");
    StoredEvent good = Sequence.ANSWERED.of(CALL).getFirst();

    assertThat(stage.receive(good, future)).isEmpty();

    EventRow row = stage.events().find(EventRow.of(future).id()).orElseThrow();
    assertThat(row.event().standing()).isEqualTo(EventStanding.DEAD_LETTER);
    assertThat(row.reason()).contains("implausible_time");
    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.RINGING);
  }

  @Test
  void aQuarantinedEventCountsForNothing() {
    StoredEvent real = Sequence.ANSWERED.of(CALL).getFirst();
    stage.receive(real);
    StoredEvent forged = Sequence.ANSWERED.of(CALL).getLast();
    stage.receive(
        new StoredEvent(
            forged.notice(), forged.body(), forged.receivedAt(), EventStanding.QUARANTINED));

    assertThat(stage.row(CALL).finished()).isFalse();
  }

  @Test
  void whatExpiresOrIsJudgedIsNoNews() {
    StoredEvent event = Sequence.ANSWERED.of(CALL).getFirst();
    stage.events().store(event);
    stage.requests().reset();

    assertThat(
            stage.handle(
                List.of(
                    ProjectorStage.record("REMOVE", 1, Map.of()),
                    ProjectorStage.record("MODIFY", 2, stage.image(event)))))
        .isEmpty();
    assertThat(stage.requests().total()).isZero();
  }

  @Test
  void fromTheFirstFailureOnTheBatchComesAgainAndTheOthersAreInTheirRowsAlready() {
    for (int number = 1; number <= 3; number++) {
      stage.receive(Sequence.ANSWERED.of(call(number)).getFirst());
    }
    List<StoredEvent> ends =
        List.of(
            Sequence.ANSWERED.of(call(1)).getLast(),
            Sequence.ANSWERED.of(call(2)).getLast(),
            Sequence.ANSWERED.of(call(3)).getLast());
    ends.forEach(stage.events()::store);
    // The first attempt of all together, then of the first call alone.
    stage.faults().next("dynamodb.PutItem", new Fault.AccessDenied(), new Fault.AccessDenied());

    assertThat(stage.project(ends)).hasSize(1);
    assertThat(stage.project(ends)).isEmpty();

    for (int number = 1; number <= 3; number++) {
      assertThat(stage.row(call(number)).finished()).isTrue();
    }
  }

  @Test
  void anItemThatIsNoEventIsNamedAndKeepsNoOtherFromItsRow() {
    StoredEvent good = Sequence.ANSWERED.of(CALL).getFirst();
    stage.events().store(good);

    assertThat(
            stage.handle(
                List.of(
                    ProjectorStage.record("INSERT", 1, stage.image(good)),
                    ProjectorStage.record("INSERT", 2, Map.of()))))
        .containsExactly("2");
    assertThat(stage.row(CALL).status()).isEqualTo(CallStatus.RINGING);
  }
}
