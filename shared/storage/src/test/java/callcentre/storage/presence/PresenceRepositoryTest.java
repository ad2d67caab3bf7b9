package callcentre.storage.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceInterval;
import callcentre.domain.presence.PresenceRules;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.PresenceState;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkException;

@ExtendWith(CloudExtension.class)
class PresenceRepositoryTest {

  private static final Instant NOON = Instant.parse("2026-09-14T12:00:00.1234567Z");
  private static final Extension MARIA = new Extension("101");
  private static final Extension OWEN = new Extension("104");
  private static final String CALL = "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192";

  private final TestStore store;
  private final PresenceRepository presences;

  PresenceRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.AGENT_STATUS_HISTORY);
    presences = new PresenceRepository(store.database(), () -> new Retention(Optional.of(400)));
  }

  @Test
  void whatIsKnownIsReadBackAndOfOthersNothing() {
    PresenceEvidence told = PresenceEvidence.none(MARIA).with(CALL, call()).with(available(5));

    assertThat(presences.add(MARIA, known -> known.join(told))).isEqualTo(Outcome.INSERTED);

    assertThat(presences.find(MARIA)).isEqualTo(told);
    assertThat(presences.floor()).containsExactly(told);
    assertThat(presences.find(OWEN)).isEqualTo(PresenceEvidence.none(OWEN));
  }

  @Test
  void whatSaysNothingNewCostsOneReadAndNoWrite() {
    presences.add(MARIA, known -> known.with(CALL, call()));

    assertThat(store.requestsOf(() -> presences.add(MARIA, known -> known.with(CALL, call()))))
        .isEqualTo(1);
    assertThat(store.requestsOf(() -> presences.add(MARIA, known -> known.with(available(1)))))
        .isEqualTo(2);
    assertThat(presences.add(OWEN, known -> known.with(CALL, call()))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void theHistoryIsThatOfTheEvidenceInWhateverOrderItCame() {
    List<EventTimes> told = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      told.add(call(300 * number));
    }
    List<EventTimes> shuffled = new ArrayList<>(told);
    shuffled.addAll(told.subList(0, 3));
    Collections.shuffle(shuffled, new Random(7));
    for (EventTimes times : shuffled) {
      presences.add(MARIA, known -> known.with("call-" + told.indexOf(times), times));
      presences.add(MARIA, known -> known.with(available(700)));
    }

    assertThat(presences.history(MARIA, NOON.minusSeconds(60), NOON.plusSeconds(90_000)))
        .isEqualTo(presences.find(MARIA).intervals(PresenceRules.USUAL))
        .hasSizeGreaterThan(12);
  }

  @Test
  void anIntervalThatReachesIntoTheTimeIsPartOfIt() {
    presences.add(MARIA, known -> known.with(CALL, call()));

    assertThat(presences.history(MARIA, NOON.plusSeconds(20), NOON.plusSeconds(30)))
        .containsExactly(
            new PresenceInterval(
                PresenceState.ON_CALL,
                PresenceSource.EVENTS,
                NOON.plusSeconds(9),
                NOON.plusSeconds(60)));
    assertThat(presences.history(MARIA, NOON.plusSeconds(90), NOON.plusSeconds(100))).isEmpty();
    assertThat(store.requestsOf(() -> presences.history(MARIA, NOON, NOON.plusSeconds(9))))
        .isEqualTo(2);
  }

  @Test
  void ofManyWhoTellAtOnceNothingIsLost() throws Exception {
    List<Future<Outcome>> added = new ArrayList<>();
    try (ExecutorService tellers = Executors.newFixedThreadPool(3)) {
      for (int number = 0; number < 9; number++) {
        int second = 100 * number;
        added.add(
            tellers.submit(
                () -> presences.add(MARIA, known -> known.with("call-" + second, call(second)))));
      }
    }
    int told = 0;
    for (Future<Outcome> outcome : added) {
      told += outcome.state() == Future.State.SUCCESS ? 1 : 0;
    }

    assertThat(presences.find(MARIA).calls()).hasSize(told);
    assertThat(told).isPositive();
  }

  @Test
  void whereTheTransactionFailsNothingIsWritten() {
    store.faults().next("dynamodb.TransactWriteItems", new Fault.AccessDenied());

    assertThatThrownBy(() -> presences.add(MARIA, known -> known.with(CALL, call())))
        .isInstanceOf(SdkException.class);

    assertThat(presences.find(MARIA)).isEqualTo(PresenceEvidence.none(MARIA));
    assertThat(presences.history(MARIA, NOON, NOON.plusSeconds(90))).isEmpty();
  }

  @Test
  void aStatusThatIsReadEveryMinuteIsOneIntervalHoweverMuchEvidenceWasGivenUp() {
    for (int minute = 0; minute < 40; minute++) {
      StatusFact read = available(60 * minute);
      presences.add(MARIA, known -> known.with(read));
    }

    assertThat(presences.history(MARIA, NOON, NOON.plusSeconds(90_000)))
        .containsExactly(
            new PresenceInterval(
                PresenceState.AVAILABLE,
                PresenceSource.DASHBOARD,
                NOON,
                NOON.plusSeconds(39 * 60 + 3_600)));
  }

  @Test
  void intervalsExpireAsLongAfterTheirEndAsTheStageSays() {
    presences.add(MARIA, known -> known.with(CALL, call()));
    new PresenceRepository(store.database(), Retention::forEver)
        .add(OWEN, known -> known.with(available(0)));

    assertThat(ttls(MARIA))
        .contains(NOON.plusSeconds(60).plus(Duration.ofDays(400)).getEpochSecond());
    assertThat(ttls(OWEN)).isEmpty();
  }

  private List<Long> ttls(Extension extension) {
    return store.database().queryAll(Table.AGENT_STATUS_HISTORY, extension.digits()).stream()
        .flatMap(item -> item.findNumber("ttl").stream())
        .toList();
  }

  private static StatusFact available(int second) {
    return new StatusFact(
        NOON.plusSeconds(second), ProfileStatus.AVAILABLE, PresenceSource.DASHBOARD);
  }

  private static EventTimes call() {
    return call(0);
  }

  private static EventTimes call(int second) {
    return event(EventStep.RINGING, Optional.of(MARIA), second + 1)
        .join(event(EventStep.CONNECTED, Optional.of(MARIA), second + 9))
        .join(event(EventStep.ENDED, Optional.empty(), second + 60));
  }

  private static EventTimes event(EventStep step, Optional<Extension> extension, int second) {
    return EventTimes.of(
        new CallEvent(
            CALL,
            new EventMark(EventFamily.INCOMING, step, extension),
            NOON.plusSeconds(second),
            Optional.empty(),
            Optional.empty()));
  }
}
