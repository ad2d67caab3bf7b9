package callcentre.storage.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.Delta;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.TestStore;
import callcentre.storage.database.ConflictRetry;
import callcentre.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class DeltaRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.125Z");
  private static final Topic NORTH = new Topic.OfOrganisation(new OrganisationId("north"));
  private static final int MOST = 1000;

  private final TestStore store;
  private final DeltaRepository deltas;

  DeltaRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.LIVE_CONNECTIONS);
    deltas = new DeltaRepository(store.database());
  }

  @Test
  void aTopicCountsItsDeltasFromOneAndAnotherTopicByItself() {
    assertThat(deltas.count(Topic.ALL)).isZero();

    List<Delta> first = deltas.append(Topic.ALL, rows(0, 3), NOW);
    List<Delta> second = deltas.append(Topic.ALL, rows(3, 1), NOW.plusSeconds(1));
    List<Delta> other = deltas.append(NORTH, rows(0, 1), NOW);

    assertThat(first).extracting(Delta::seq).containsExactly(1L, 2L, 3L);
    assertThat(first).extracting(Delta::row).isEqualTo(rows(0, 3));
    assertThat(second).extracting(Delta::seq).containsExactly(4L);
    assertThat(other).extracting(Delta::seq).containsExactly(1L);
    assertThat(deltas.count(Topic.ALL)).isEqualTo(4);
  }

  @Test
  void resumeAtEverySeqGivesExactlyTheDeltasSince() {
    List<Delta> all = new ArrayList<>();
    int[] sizes = {1, 4, 2, 7, 1, 3};
    int row = 0;
    for (int size : sizes) {
      all.addAll(deltas.append(Topic.ALL, rows(row, size), NOW.plusSeconds(row)));
      row += size;
    }
    for (int seq = 0; seq <= all.size(); seq++) {
      assertThat(deltas.since(Topic.ALL, seq, MOST)).contains(all.subList(seq, all.size()));
    }
  }

  @Test
  void whatIsNotAllHereAnyMoreIsNotResumed() {
    for (int row = 0; row < 6; row += 2) {
      deltas.append(Topic.ALL, rows(row, 2), NOW);
    }
    deletePack(4);

    assertThat(deltas.since(Topic.ALL, 1, MOST)).isEmpty();
    assertThat(deltas.since(Topic.ALL, 3, MOST)).isEmpty();
    assertThat(deltas.since(Topic.ALL, 4, MOST).orElseThrow())
        .extracting(Delta::seq)
        .containsExactly(5L, 6L);

    deletePack(6);
    assertThat(deltas.since(Topic.ALL, 4, MOST)).isEmpty();
    assertThat(deltas.since(Topic.ALL, 6, MOST)).contains(List.of());
  }

  @Test
  void aSeqThatNeverWasAndTooManyDeltasAreNotResumed() {
    deltas.append(Topic.ALL, rows(0, 5), NOW);

    assertThat(deltas.since(Topic.ALL, 6, MOST)).isEmpty();
    assertThat(deltas.since(Topic.ALL, -1, MOST)).isEmpty();
    assertThat(deltas.since(Topic.ALL, 2, 2)).isEmpty();
    assertThat(deltas.since(Topic.ALL, 3, 2).orElseThrow()).hasSize(2);
    assertThat(deltas.since(NORTH, 0, MOST)).contains(List.of());
  }

  @Test
  void theNewestDeltasAreThoseSinceATimeInTheirOrder() {
    for (int row = 0; row < 50; row++) {
      deltas.append(Topic.ALL, rows(row, 1), NOW.plusSeconds(row));
    }
    assertThat(deltas.recent(Topic.ALL, NOW.plusSeconds(15)))
        .extracting(Delta::seq)
        .isEqualTo(LongStream.rangeClosed(16, 50).boxed().toList());
    assertThat(deltas.recent(Topic.ALL, NOW.plusSeconds(50))).isEmpty();
    assertThat(deltas.recent(NORTH, NOW)).isEmpty();
  }

  @Test
  void rowsThatFillMoreThanAnItemAreKeptInSeveral() {
    String text = "\"" + "é".repeat(LiveLimits.ROW_BYTES / 2 - 2) + "\"";
    List<RowChange> large =
        IntStream.range(0, 25)
            .mapToObj(index -> RowChange.of(RowType.CALL, "call-" + index, 1, NOW, text))
            .toList();

    List<Delta> appended = deltas.append(Topic.ALL, large, NOW);

    assertThat(appended).extracting(Delta::row).isEqualTo(large);
    assertThat(deltas.since(Topic.ALL, 0, MOST)).contains(appended);
    assertThat(deltas.since(Topic.ALL, 12, MOST)).contains(appended.subList(12, 25));
  }

  @Test
  void aRowThatIsTooLargeForAMessageIsKeptWithoutItsText() {
    RowChange row = RowChange.of(RowType.CALL, "call-1", 7, NOW, "\"" + "x".repeat(40_000) + "\"");

    deltas.append(Topic.ALL, List.of(row), NOW);

    assertThat(deltas.since(Topic.ALL, 0, MOST).orElseThrow().getFirst().row()).isEqualTo(row);
    assertThat(row.data()).isEmpty();
  }

  @Test
  void appendingCostsTwoRequests() {
    assertThat(store.requestsOf(() -> deltas.append(Topic.ALL, rows(0, 20), NOW))).isEqualTo(2);
    assertThat(store.requestsOf(() -> deltas.append(Topic.ALL, List.of(), NOW))).isZero();
    assertThat(store.requestsOf(() -> deltas.since(Topic.ALL, 0, MOST))).isEqualTo(2);
    assertThat(store.requestsOf(() -> deltas.since(Topic.ALL, 20, MOST))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void concurrentPublishersLeaveNoGapAndNoDoubleSeq(long seed) throws Exception {
    Random random = new Random(seed);
    Database patient =
        new Database(
            store.database()::client,
            () -> new Tables(stage()),
            new ConflictRetry(500, new Random(seed), pause -> Thread.onSpinWait()));
    DeltaRepository shared = new DeltaRepository(patient);
    List<Callable<List<Delta>>> publishers = new ArrayList<>();
    for (int publisher = 0; publisher < 6; publisher++) {
      List<List<RowChange>> batches = new ArrayList<>();
      for (int batch = 0; batch < 8; batch++) {
        batches.add(rows(publisher * 1000 + batch * 10, 1 + random.nextInt(9)));
      }
      publishers.add(
          () ->
              batches.stream()
                  .flatMap(batch -> shared.append(Topic.ALL, batch, NOW).stream())
                  .toList());
    }
    List<Delta> published = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(publishers.size())) {
      for (Future<List<Delta>> publisher : threads.invokeAll(publishers)) {
        published.addAll(publisher.get());
      }
    }
    published.sort(Comparator.comparingLong(Delta::seq));

    assertThat(published)
        .extracting(Delta::seq)
        .isEqualTo(LongStream.rangeClosed(1, published.size()).boxed().toList());
    assertThat(deltas.count(Topic.ALL)).isEqualTo(published.size());
    for (int seq = 0; seq < published.size(); seq += 7) {
      assertThat(deltas.since(Topic.ALL, seq, MOST))
          .contains(published.subList(seq, published.size()));
    }
  }

  private String stage() {
    String name = store.database().name(Table.LIVE_CONNECTIONS);
    return name.substring(0, name.length() - Table.LIVE_CONNECTIONS.baseName().length() - 1);
  }

  private void deletePack(long lastSeq) {
    store
        .database()
        .client()
        .deleteItem(
            request ->
                request
                    .tableName(store.database().name(Table.LIVE_CONNECTIONS))
                    .key(LiveKeys.pack(Topic.ALL, lastSeq)));
  }

  private static List<RowChange> rows(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(
            index ->
                RowChange.of(
                    RowType.SMS,
                    "message-" + index,
                    index + 1L,
                    NOW.minus(Duration.ofSeconds(index)),
                    "{\"id\":\"message-" + index + "\"}"))
        .toList();
  }
}
