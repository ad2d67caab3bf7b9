package callcentre.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceEvidenceTest {

  private static final Instant NOON = Instant.parse("2026-09-14T12:00:00Z");
  private static final Extension MARIA = new Extension("101");
  private static final Extension OWEN = new Extension("104");
  private static final String CALL = "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192";

  @Test
  void ofNobodyNothingIsKnownAndUnknownIsNeverAvailable() {
    assertThat(at(PresenceEvidence.none(MARIA), 0)).isEqualTo(Presence.UNKNOWN);
    assertThat(Presence.UNKNOWN.state()).isNotEqualTo(PresenceState.AVAILABLE);
  }

  @Test
  void anAnsweredCallRingsIsTalkedAndWrappedUp() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA)
            .with(
                CALL,
                times(
                    incoming(EventStep.STARTED, null, 0),
                    incoming(EventStep.RINGING, MARIA, 1),
                    incoming(EventStep.CONNECTED, MARIA, 9),
                    incoming(EventStep.ENDED, null, 60)));

    assertThat(states(maria, 0, 1, 8, 9, 59, 60, 89, 90))
        .containsExactly(
            PresenceState.UNKNOWN,
            PresenceState.RINGING,
            PresenceState.RINGING,
            PresenceState.ON_CALL,
            PresenceState.ON_CALL,
            PresenceState.WRAP_UP,
            PresenceState.WRAP_UP,
            PresenceState.UNKNOWN);
    assertThat(at(maria, 30).since()).contains(NOON.plusSeconds(9));
    assertThat(at(maria, 30).validUntil()).contains(NOON.plusSeconds(60));
  }

  @Test
  void whoseRingingStoppedNeverTalked() {
    PresenceEvidence owen =
        PresenceEvidence.none(OWEN)
            .with(
                CALL,
                times(
                    incoming(EventStep.RINGING, OWEN, 1),
                    incoming(EventStep.STOPPED_RINGING, OWEN, 12),
                    incoming(EventStep.CONNECTED, MARIA, 12)));

    assertThat(states(owen, 11, 12, 20))
        .containsExactly(PresenceState.RINGING, PresenceState.UNKNOWN, PresenceState.UNKNOWN);
  }

  @Test
  void aLateRingingNeverReopensACallThatIsOver() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA)
            .with(
                CALL,
                times(incoming(EventStep.ENDED, null, 20), incoming(EventStep.RINGING, MARIA, 21)));

    assertThat(states(maria, 21, 22)).containsOnly(PresenceState.UNKNOWN);
  }

  @Test
  void whoCallsAColleagueDialsAndTalksWhenThatOneAnswers() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA)
            .with(
                CALL,
                times(
                    event(EventFamily.OUTGOING, EventStep.STARTED, MARIA, 0),
                    incoming(EventStep.RINGING, OWEN, 1),
                    incoming(EventStep.CONNECTED, OWEN, 7),
                    event(EventFamily.OUTGOING, EventStep.ENDED, null, 30)));

    assertThat(states(maria, 3, 7, 29, 30))
        .containsExactly(
            PresenceState.DIALING,
            PresenceState.ON_CALL,
            PresenceState.ON_CALL,
            PresenceState.WRAP_UP);
  }

  @Test
  void whoTransferredTheCallIsFreeBeforeItIsOver() {
    EventTimes call =
        times(
            event(EventFamily.CALLBACK, EventStep.CONNECTED, OWEN, 5),
            incoming(EventStep.RINGING, MARIA, 30),
            event(EventFamily.CALLBACK, EventStep.LEG_ENDED, OWEN, 33),
            incoming(EventStep.CONNECTED, MARIA, 33),
            event(EventFamily.CALLBACK, EventStep.ENDED, null, 300));

    assertThat(states(PresenceEvidence.none(OWEN).with(CALL, call), 32, 33, 63))
        .containsExactly(PresenceState.ON_CALL, PresenceState.WRAP_UP, PresenceState.UNKNOWN);
    assertThat(states(PresenceEvidence.none(MARIA).with(CALL, call), 33, 299))
        .containsOnly(PresenceState.ON_CALL);
  }

  @Test
  void aTalkWhoseEndWasNeverToldEndsByItself() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA).with(CALL, times(incoming(EventStep.CONNECTED, MARIA, 0)));
    int limit = (int) PresenceRules.USUAL.talk().toSeconds();

    assertThat(states(maria, limit - 1, limit))
        .containsExactly(PresenceState.ON_CALL, PresenceState.UNKNOWN);
  }

  @Test
  void aStatusHoldsForItsTimeAndACallGoesBeforeIt() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA)
            .with(status(ProfileStatus.AVAILABLE, 0))
            .with(
                CALL,
                times(
                    incoming(EventStep.CONNECTED, MARIA, 100),
                    incoming(EventStep.ENDED, null, 200)));

    assertThat(states(maria, 99, 100, 200, 230, 3599, 3600))
        .containsExactly(
            PresenceState.AVAILABLE,
            PresenceState.ON_CALL,
            PresenceState.WRAP_UP,
            PresenceState.AVAILABLE,
            PresenceState.AVAILABLE,
            PresenceState.UNKNOWN);
    assertThat(maria.statusAt(NOON.plusSeconds(150), PresenceRules.USUAL))
        .map(StatusFact::status)
        .contains(ProfileStatus.AVAILABLE);
    assertThat(maria.statusAt(NOON.plusSeconds(3600), PresenceRules.USUAL)).isEmpty();
  }

  @Test
  void whoAsksNotToBeDisturbedIsNotWrappingUp() {
    PresenceEvidence maria =
        PresenceEvidence.none(MARIA)
            .with(status(ProfileStatus.DND, 0))
            .with(
                CALL,
                times(incoming(EventStep.CONNECTED, MARIA, 5), incoming(EventStep.ENDED, null, 9)));

    assertThat(states(maria, 1, 6, 10))
        .containsExactly(PresenceState.DND, PresenceState.ON_CALL, PresenceState.DND);
  }

  @Test
  void evidenceIsBoundedAndWhatAnAdditionSaysIsSeenBeforeItIsGivenUp() {
    PresenceEvidence maria = PresenceEvidence.none(MARIA);
    for (int call = 1; call < 2 * PresenceEvidence.MOST_CALLS; call++) {
      maria = maria.with("call-" + call, talk(100 * call));
    }
    PresenceEvidence old = PresenceEvidence.none(MARIA).with("call-0", talk(0));

    assertThat(maria.calls()).hasSize(PresenceEvidence.MOST_CALLS);
    assertThat(maria.join(old)).isEqualTo(maria);
    assertThat(maria.intervalsWith(old, PresenceRules.USUAL))
        .startsWith(
            new PresenceInterval(
                PresenceState.ON_CALL, PresenceSource.EVENTS, NOON, NOON.plusSeconds(50)))
        .containsAll(maria.intervals(PresenceRules.USUAL));
  }

  @Test
  void ofIntervalsThatWereToldOneAfterTheOtherTheLaterOneKnewMore() {
    PresenceInterval first = available(0, 3_600);
    PresenceInterval second = available(60, 3_660);
    PresenceInterval pause =
        new PresenceInterval(
            PresenceState.DND, PresenceSource.PROFILE, NOON.plusSeconds(90), NOON.plusSeconds(100));

    assertThat(PresenceInterval.inSequence(List.of(pause, second, first)))
        .containsExactly(available(0, 90), pause);
  }

  private static PresenceInterval available(int from, int to) {
    return new PresenceInterval(
        PresenceState.AVAILABLE,
        PresenceSource.PROFILE,
        NOON.plusSeconds(from),
        NOON.plusSeconds(to));
  }

  private static EventTimes talk(int second) {
    return times(
        incoming(EventStep.CONNECTED, MARIA, second), incoming(EventStep.ENDED, null, second + 50));
  }

  private static Presence at(PresenceEvidence evidence, int second) {
    return evidence.at(NOON.plusSeconds(second), PresenceRules.USUAL);
  }

  private static List<PresenceState> states(PresenceEvidence evidence, Integer... seconds) {
    return List.of(seconds).stream().map(second -> at(evidence, second).state()).toList();
  }

  private static StatusFact status(ProfileStatus status, int second) {
    return new StatusFact(NOON.plusSeconds(second), status, PresenceSource.PROFILE);
  }

  private static EventTimes times(CallEvent... events) {
    return List.of(events).stream().map(EventTimes::of).reduce(EventTimes::join).orElseThrow();
  }

  private static CallEvent incoming(EventStep step, @Nullable Extension extension, int second) {
    return event(EventFamily.INCOMING, step, extension, second);
  }

  private static CallEvent event(
      EventFamily family, EventStep step, @Nullable Extension extension, int second) {
    return new CallEvent(
        CALL,
        new EventMark(family, step, Optional.ofNullable(extension)),
        NOON.plus(Duration.ofSeconds(second)),
        Optional.empty(),
        Optional.empty());
  }
}
