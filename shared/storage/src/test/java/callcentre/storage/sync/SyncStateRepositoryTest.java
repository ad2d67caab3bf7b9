package callcentre.storage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.history.DayCount;
import callcentre.domain.history.HistorySource;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import callcentre.domain.sync.SyncClaim;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SyncStateRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant EXPIRES = NOW.plusSeconds(60);
  private static final Dataset DATASET = Dataset.NUMBERS;

  private final TestStore store;
  private final SyncStateRepository states;
  private final SyncClaims claims;

  SyncStateRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SYNC_JOBS, Table.SYNC_STATE);
    states = new SyncStateRepository(store.database());
    claims = new SyncClaims(store.database());
  }

  @BeforeEach
  void aJobHoldsTheDataset() {
    SyncJob job = SyncJob.queued("job", "anna", List.of(DATASET), NOW);
    new SyncClaims(store.database()).claim(job, EXPIRES, NOW);
  }

  @Test
  void everyDatasetHasAStateAndAllCostOneRequest() {
    assertThat(store.requestsOf(states::all)).isEqualTo(1);
    assertThat(states.all().keySet()).containsExactlyElementsOf(Arrays.asList(Dataset.values()));
    assertThat(states.find(Dataset.EXTENSIONS)).isEqualTo(SyncState.untouched(Dataset.EXTENSIONS));
  }

  @Test
  void aMessageDeliveredTwiceGivesTheDatasetToOneWorker() {
    assertThat(states.takeOver(DATASET, "job", "first", EXPIRES, NOW)).isPresent();

    assertThat(states.takeOver(DATASET, "job", "second", EXPIRES, NOW)).isEmpty();
    assertThat(states.find(DATASET).claim())
        .contains(new SyncClaim("job", Optional.of("first"), EXPIRES));
  }

  @Test
  void aTakeOverWhoseAnswerWasLostIsStillTheWorkersOwn() {
    store.faults().next("dynamodb.UpdateItem", new Fault.LostAnswer());

    assertThat(states.takeOver(DATASET, "job", "first", EXPIRES, NOW)).isPresent();
    assertThat(store.faults().isExhausted()).isTrue();
  }

  @Test
  void anotherWorkerOfTheJobFollowsOneWhoseTimeRanOut() {
    states.takeOver(DATASET, "job", "first", EXPIRES, NOW);

    assertThat(states.takeOver(DATASET, "job", "second", EXPIRES.plusSeconds(60), EXPIRES))
        .isPresent();
    assertThat(states.extend(DATASET, "job", "first", EXPIRES.plusSeconds(99))).isFalse();
    assertThat(states.checkpoint(DATASET, "job", "first", "page-2", EXPIRES)).isFalse();
    assertThat(states.find(DATASET).cursor()).isEmpty();
  }

  @Test
  void aWorkerOfAnotherJobGetsNothing() {
    assertThat(states.takeOver(DATASET, "other", "w", EXPIRES, NOW)).isEmpty();
    assertThat(states.takeOver(Dataset.EXTENSIONS, "job", "w", EXPIRES, NOW)).isEmpty();
  }

  @Test
  void aWorkerThatIsAliveExtendsItsClaimAndMovesTheCursorForOneRequestEach() {
    states.takeOver(DATASET, "job", "w", EXPIRES, NOW);

    assertThat(
            store.requestsOf(
                () ->
                    assertThat(states.extend(DATASET, "job", "w", EXPIRES.plusSeconds(1)))
                        .isTrue()))
        .isEqualTo(1);
    assertThat(
            store.requestsOf(
                () ->
                    assertThat(
                            states.checkpoint(
                                DATASET, "job", "w", "page-2", EXPIRES.plusSeconds(2)))
                        .isTrue()))
        .isEqualTo(1);
    assertThat(states.find(DATASET).cursor()).contains("page-2");
    assertThat(states.find(DATASET).claim().orElseThrow().expiresAt())
        .isEqualTo(EXPIRES.plusSeconds(2));
  }

  @Test
  void whatAWorkerHandsBackAnotherTakesAtOnceAndGoesOnAtTheCheckpoint() {
    claimed();
    states.takeOver(Dataset.JOURNAL, "1", "first", NOW.plusSeconds(60), NOW);
    states.checkpoint(Dataset.JOURNAL, "1", "first", "page 3", NOW.plusSeconds(60));

    assertThat(states.handBack(Dataset.JOURNAL, "1", "first", NOW.plusSeconds(900))).isTrue();
    assertThat(states.handBack(Dataset.JOURNAL, "1", "first", NOW.plusSeconds(900))).isFalse();

    assertThat(states.takeOver(Dataset.JOURNAL, "1", "second", NOW.plusSeconds(60), NOW))
        .hasValueSatisfying(state -> assertThat(state.cursor()).contains("page 3"));
  }

  @Test
  void comparedDaysAndTheLastChangeAreReadBackAndTheOldestDaysAreForgotten() {
    claimed();
    states.takeOver(Dataset.JOURNAL, "1", "worker", NOW.plusSeconds(60), NOW);
    List<DayCount> days =
        IntStream.range(0, SyncState.MOST_DAYS + 3)
            .mapToObj(
                day ->
                    new DayCount(
                        LocalDate.of(2026, 11, 1).plusDays(day),
                        HistorySource.JOURNAL_CALLS,
                        5,
                        4,
                        1))
            .toList();
    DatasetRun run =
        DatasetRun.succeeded(Dataset.JOURNAL, new DatasetCounts(1, 1, 0, 0, 0, 0, 0, 1), List.of())
            .with(new RunDetail(Map.of(), 0, days, Optional.of(NOW.minusSeconds(7)), 0));

    claims.end("1", "worker", run, NOW, Optional.of("c"), NOW.plusSeconds(1));

    SyncState state = states.find(Dataset.JOURNAL);
    assertThat(state.lastChangeAt()).contains(NOW.plusSeconds(1));
    assertThat(state.lastCallAt()).contains(NOW.minusSeconds(7));
    assertThat(state.days()).isEqualTo(days.subList(3, days.size()));
    assertThat(state.isCompared(LocalDate.of(2026, 11, 3))).isFalse();
    assertThat(state.isCompared(LocalDate.of(2026, 11, 4))).isTrue();
  }

  private void claimed() {
    claims.claim(
        SyncJob.queued("1", "sub-admin", List.of(Dataset.JOURNAL), NOW), NOW.plusSeconds(60), NOW);
  }
}
