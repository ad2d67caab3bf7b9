package callcentre.storage.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class IdempotencyRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LONGEST = Duration.ofSeconds(29);
  private static final IdempotencyKey KEY = new IdempotencyKey("anna", "POST /send-sms", "k-1");
  private static final StoredAnswer ANSWER =
      new StoredAnswer(202, Map.of("content-type", "application/json"), "{\"success\":true}");

  private final TestStore store;
  private final IdempotencyRepository requests;

  IdempotencyRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.IDEMPOTENCY);
    requests = new IdempotencyRepository(store.database());
  }

  @Test
  void theSameRequestGetsTheFirstAnswer() {
    assertThat(begin("body", "a", NOW)).isEqualTo(new BeginResult.Started());
    assertThat(requests.complete(KEY, "a", ANSWER)).isTrue();

    assertThat(begin("body", "b", NOW.plusSeconds(60)))
        .isEqualTo(new BeginResult.Completed(ANSWER));
  }

  @Test
  void aSecondOneMeanwhileLearnsThatTheFirstStillRuns() {
    begin("body", "a", NOW);

    assertThat(begin("body", "b", NOW.plusSeconds(1))).isEqualTo(new BeginResult.InProgress());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefusedBeforeAndAfterTheAnswer() {
    begin("body", "a", NOW);
    assertThat(begin("other", "b", NOW)).isEqualTo(new BeginResult.DifferentBody());

    requests.complete(KEY, "a", ANSWER);
    assertThat(begin("other", "b", NOW)).isEqualTo(new BeginResult.DifferentBody());
    assertThat(begin("other", "c", NOW.plus(LONGEST))).isEqualTo(new BeginResult.DifferentBody());
  }

  @Test
  void anAttemptThatNeverEndedIsFollowedByTheNextAndCannotAnswerAnyMore() {
    begin("body", "a", NOW);

    assertThat(begin("body", "b", NOW.plus(LONGEST))).isEqualTo(new BeginResult.Started());
    assertThat(requests.complete(KEY, "a", ANSWER)).isFalse();
    assertThat(begin("body", "c", NOW.plus(LONGEST))).isEqualTo(new BeginResult.InProgress());
  }

  @Test
  void anAnswerIsForgottenAfterADayAlthoughTheItemIsStillThere() {
    begin("body", "a", NOW);
    requests.complete(KEY, "a", ANSWER);
    Instant lastMoment = NOW.plus(IdempotencyRepository.MEMORY).minusMillis(1);

    assertThat(begin("body", "b", lastMoment)).isEqualTo(new BeginResult.Completed(ANSWER));
    assertThat(begin("other", "c", lastMoment.plusMillis(1))).isEqualTo(new BeginResult.Started());
    assertThat(begin("other", "d", lastMoment.plusMillis(2)))
        .isEqualTo(new BeginResult.InProgress());
  }

  @Test
  void anAbandonedAttemptLeavesTheKeyFreeAndAnothersAlone() {
    begin("body", "a", NOW);
    requests.abandon(KEY, "someone else");
    assertThat(begin("body", "b", NOW)).isEqualTo(new BeginResult.InProgress());

    requests.abandon(KEY, "a");
    requests.abandon(KEY, "a");

    assertThat(begin("other", "b", NOW)).isEqualTo(new BeginResult.Started());
  }

  @Test
  void anotherPersonOrRouteHasKeysOfItsOwn() {
    begin("body", "a", NOW);
    IdempotencyKey otherRoute = new IdempotencyKey("anna", "POST /calls", "k-1");
    IdempotencyKey otherUser = new IdempotencyKey("berta", "POST /send-sms", "k-1");

    assertThat(requests.begin(otherRoute, "x", "b", LONGEST, NOW))
        .isEqualTo(new BeginResult.Started());
    assertThat(requests.begin(otherUser, "x", "b", LONGEST, NOW))
        .isEqualTo(new BeginResult.Started());
  }

  @Test
  void partsThatContainTheSeparatorStayApart() {
    IdempotencyKey first = new IdempotencyKey("a", "b#1#c", "d");
    IdempotencyKey second = new IdempotencyKey("a#5#b", "c", "d");

    assertThat(first.value()).isNotEqualTo(second.value());
    assertThatThrownBy(() -> new IdempotencyKey("a", "b", "x".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofManyAtOnceOneStarts() throws Exception {
    List<Callable<BeginResult>> all =
        IntStream.range(0, 8)
            .<Callable<BeginResult>>mapToObj(index -> () -> begin("body", "a" + index, NOW))
            .toList();
    int started = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<BeginResult> result : threads.invokeAll(all)) {
        started += result.get() instanceof BeginResult.Started ? 1 : 0;
      }
    }
    assertThat(started).isEqualTo(1);
  }

  @Test
  void aStepCostsOneRequestAndSurvivesALostAnswer() {
    assertThat(store.requestsOf(() -> begin("body", "a", NOW))).isEqualTo(1);
    assertThat(store.requestsOf(() -> requests.complete(KEY, "a", ANSWER))).isEqualTo(1);
    assertThat(store.requestsOf(() -> begin("body", "b", NOW))).isEqualTo(1);
    requests.abandon(KEY, "a");

    store.faults().next("dynamodb.PutItem", new Fault.LostAnswer());
    assertThat(begin("body", "c", NOW)).isEqualTo(new BeginResult.Started());
    store.faults().next("dynamodb.UpdateItem", new Fault.LostAnswer());
    assertThat(requests.complete(KEY, "c", ANSWER)).isTrue();
    assertThat(store.faults().isExhausted()).isTrue();
  }

  @Test
  void anAnswerTooLongForAnItemIsRefused() {
    String body = "x".repeat(StoredAnswer.LONGEST_BODY + 1);

    assertThatThrownBy(() -> new StoredAnswer(200, Map.of(), body))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BeginResult begin(String bodyHash, String attempt, Instant now) {
    return requests.begin(KEY, bodyHash, attempt, LONGEST, now);
  }
}
