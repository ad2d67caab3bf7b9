package callcentre.storage.usage;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkException;

/** Many takes at once over three days, with clocks that are behind, conflicts and lost answers. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ConcurrentBudgetTest {

  private static final Instant START = Instant.parse("2026-11-21T10:17:00Z");
  private static final int TAKES = 10_000;
  private static final int THREADS = 8;
  private static final int LONGEST_STEP_SECONDS = 52;
  private static final int FURTHEST_BEHIND_SECONDS = 7_200;
  private static final RequestClass[] CLASSES = RequestClass.values();
  private static final BudgetPolicy POLICY =
      new BudgetPolicy(
          400,
          100,
          Map.of(
              RequestClass.SMS, 16,
              RequestClass.EVENT, 40,
              RequestClass.SYNC, 80,
              RequestClass.BACKFILL, 160));

  /** A granted take; it was granted at some moment of true time between the two. */
  private record Grant(RequestClass requestClass, int used, long notBefore, long notAfter) {}

  private final TestStore store;
  private final AtomicLong trueSeconds = new AtomicLong(START.getEpochSecond());
  private final AtomicInteger left = new AtomicInteger(TAKES);
  private final AtomicInteger failed = new AtomicInteger();

  ConcurrentBudgetTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.PROVIDER_USAGE);
  }

  @Test
  void tenThousandTakesOfEightThreadsNeverExceedLimitOrFloors() throws Exception {
    store
        .faults()
        .atRandom(
            20261121,
            0.02,
            Set.of("dynamodb.UpdateItem"),
            List.of(
                new Fault.TransactionConflict(),
                new Fault.LostAnswerAtLast(),
                new Fault.LostAnswer()));

    List<Grant> grants = takeAll();
    store.faults().clear();

    assertThat(grants).hasSizeGreaterThan(POLICY.limit() * 2);
    assertThat(grants)
        .allSatisfy(
            grant ->
                assertThat(grant.used()).isLessThanOrEqualTo(POLICY.ceiling(grant.requestClass())));
    assertThat(mostInAnyDay(grants)).isLessThanOrEqualTo(POLICY.limit());
    assertThat(failed).hasValueGreaterThan(0);
    assertThatNothingIsForgotten(grants.size());
  }

  private List<Grant> takeAll() throws Exception {
    List<Grant> grants = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<List<Grant>>> workers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        workers.add(() -> takeMany(random));
      }
      for (Future<List<Grant>> worker : threads.invokeAll(workers)) {
        grants.addAll(worker.get());
      }
    }
    return grants;
  }

  /** A process of its own: its repository knows nothing of the others. */
  private List<Grant> takeMany(Random random) {
    ProviderUsageRepository usage = new ProviderUsageRepository(store.database());
    List<Grant> grants = new ArrayList<>();
    while (left.getAndDecrement() > 0) {
      long before = trueSeconds.addAndGet(random.nextInt(LONGEST_STEP_SECONDS));
      int behind = random.nextInt(10) == 0 ? random.nextInt(FURTHEST_BEHIND_SECONDS) : 0;
      RequestClass requestClass = CLASSES[random.nextInt(CLASSES.length)];
      try {
        BudgetTake take =
            usage.take(
                requestClass,
                1,
                POLICY.ceiling(requestClass),
                Instant.ofEpochSecond(before - behind));
        if (take instanceof BudgetTake.Taken(int used)) {
          grants.add(new Grant(requestClass, used, before, trueSeconds.get()));
        }
      } catch (SdkException notMade) {
        failed.incrementAndGet();
      }
    }
    return grants;
  }

  /** Only grants that certainly lie in the same 24 hours are counted. */
  private static long mostInAnyDay(List<Grant> grants) {
    long day = Duration.ofHours(24).toSeconds();
    return grants.stream()
        .mapToLong(Grant::notAfter)
        .distinct()
        .map(
            end ->
                grants.stream()
                    .filter(grant -> grant.notAfter() <= end && grant.notBefore() > end - day)
                    .count())
        .max()
        .orElse(0);
  }

  /** Days are counted apart from the window and never leave here: together they are all takes. */
  private void assertThatNothingIsForgotten(int granted) {
    BudgetLedger ledger = new ProviderUsageRepository(store.database()).find().orElseThrow();
    int counted = ledger.days().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(counted).isGreaterThanOrEqualTo(granted);
    int byClass = ledger.byClass().values().stream().mapToInt(window -> window.used()).sum();
    assertThat(ledger.window().used()).isEqualTo(byClass);
  }
}
