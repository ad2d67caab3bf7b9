package callcentre.storage.calls;

import static callcentre.storage.calls.CallFacts.NOON;
import static callcentre.storage.calls.CallFacts.admit;
import static callcentre.storage.calls.CallFacts.guid;
import static callcentre.storage.calls.CallFacts.journal;
import static callcentre.storage.calls.CallFacts.journalId;
import static callcentre.storage.calls.CallFacts.listed;
import static callcentre.storage.calls.CallFacts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The same facts make the same items, however they come and whatever fails on the way. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CallOrderTest {

  private static final int SETS = 8;
  private static final int ORDERS = 4;

  private final Cloud cloud;

  CallOrderTest(Cloud cloud) {
    this.cloud = cloud;
  }

  @Test
  void sameFactsInAnyOrderInAnyBatchesAnyNumberOfTimesMakeTheSameItems() {
    for (int seed = 0; seed < SETS; seed++) {
      Random random = new Random(seed);
      List<CallFact> facts = facts(random);
      Map<String, Map<String, AttributeValue>> first = storedInAnyOrder(facts, random);
      for (int order = 1; order < ORDERS; order++) {
        assertThat(storedInAnyOrder(facts, random)).as("set %s", seed).isEqualTo(first);
      }
    }
  }

  @Test
  void conflictsThrottlingAndLostAnswersLoseNothingAndDoubleNothing() {
    List<CallFact> facts = facts(new Random(42));
    TestStore quiet = TestStore.with(cloud, Table.CALL_HISTORY);
    new CallStore(quiet.database(), Retention::forEver).store(admit(facts));

    TestStore disturbed = TestStore.with(cloud, Table.CALL_HISTORY);
    CallStore calls = new CallStore(disturbed.database(), Retention::forEver);
    disturbed
        .faults()
        .atRandom(
            7,
            0.25,
            Set.of("dynamodb.BatchGetItem", "dynamodb.PutItem", "dynamodb.TransactWriteItems"),
            List.of(
                new Fault.Throttled(),
                new Fault.ServerError(),
                new Fault.LostAnswer(),
                new Fault.LostAnswerAtLast()));
    disturbed
        .faults()
        .next(
            "dynamodb.TransactWriteItems",
            new Fault.TransactionConflict(),
            new Fault.LostAnswer(),
            new Fault.TransactionConflict());
    for (int from = 0; from < facts.size(); from += 5) {
      List<CallFact> some = facts.subList(from, Math.min(facts.size(), from + 5));
      storeUntilItIsDone(calls, some);
    }

    assertThat(CallTables.items(disturbed)).isEqualTo(CallTables.items(quiet));
  }

  @Test
  void writersThatMeetInTheSamePairsStoreEverythingOnce() throws Exception {
    List<CallFact> facts = facts(new Random(11));
    TestStore quiet = TestStore.with(cloud, Table.CALL_HISTORY);
    new CallStore(quiet.database(), Retention::forEver).store(admit(facts));

    TestStore busy = TestStore.with(cloud, Table.CALL_HISTORY);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 3; writer++) {
      List<CallFact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new Random(writer));
      writers.add(
          () -> {
            storeUntilItIsDone(new CallStore(busy.database(), Retention::forEver), shuffled);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }

    assertThat(CallTables.items(busy)).isEqualTo(CallTables.items(quiet));
  }

  @Test
  void anAnswerThatIsLostIsRecognisedAsTheInsertItWas() {
    TestStore store = TestStore.with(cloud, Table.CALL_HISTORY);
    CallStore calls = new CallStore(store.database(), Retention::forEver);
    store.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());

    assertThat(calls.store(admit(List.of(listed(1, NOON)))))
        .extracting(StoreResult::outcome)
        .containsExactly(StoreOutcome.INSERTED);
    assertThat(store.faults().isExhausted()).isTrue();
  }

  @Test
  void aRowThatOthersKeepChangingFailsAloneAndIsLeftAsItIs() {
    TestStore store = TestStore.with(cloud, Table.CALL_HISTORY);
    CallStore calls = new CallStore(store.database(), Retention::forEver);
    int attempts = store.database().conflicts().attempts();
    store
        .faults()
        .next(
            "dynamodb.TransactWriteItems",
            Collections.nCopies(attempts, new Fault.TransactionConflict()).toArray(Fault[]::new));

    StoreResult<CallFact> result = calls.store(admit(List.of(listed(1, NOON)))).getFirst();

    assertThat(result.outcome()).isEqualTo(StoreOutcome.FAILED);
    assertThat(result.problem().orElseThrow()).contains("store the fact again");
    assertThat(CallTables.items(store)).isEmpty();
    assertThat(store.faults().isExhausted()).isTrue();
  }

  private Map<String, Map<String, AttributeValue>> storedInAnyOrder(
      List<CallFact> facts, Random random) {
    TestStore store = TestStore.with(cloud, Table.CALL_HISTORY);
    CallStore calls = new CallStore(store.database(), Retention::forEver);
    List<CallFact> all = new ArrayList<>(facts);
    all.addAll(facts.subList(0, facts.size() / 3));
    Collections.shuffle(all, random);
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(7));
      assertThat(calls.store(admit(all.subList(from, to))))
          .allMatch(result -> result.problem().isEmpty());
      from = to;
    }
    return CallTables.items(store);
  }

  private static void storeUntilItIsDone(CallStore calls, List<CallFact> facts) {
    Set<CallFact> open = new HashSet<>(facts);
    for (int attempt = 0; attempt < 50 && !open.isEmpty(); attempt++) {
      try {
        for (StoreResult<CallFact> result :
            calls.store(admit(facts.stream().filter(open::contains).toList()))) {
          if (result.outcome() != StoreOutcome.FAILED) {
            open.remove(result.fact());
          }
        }
      } catch (SdkException lost) {
        assertThat(lost).hasMessageNotContaining("Validation");
      }
    }
    assertThat(open).isEmpty();
  }

  /**
   * Calls and journal records of one pair so close together that their matches depend on each
   * other.
   */
  private static List<CallFact> facts(Random random) {
    List<CallFact> facts = new ArrayList<>();
    for (int index = 0; index < 6; index++) {
      Instant start = NOON.plusMillis(random.nextInt(12_000) - 4_000L);
      facts.add(random.nextBoolean() ? listed(index, start) : transferred(index, start));
      if (random.nextInt(4) == 0) {
        facts.add(new RequestedCall(guid(index), CallFacts.incoming(start), start.plusSeconds(1)));
      }
      Instant created = start.plusMillis(random.nextInt(1_500));
      if (random.nextInt(5) > 0) {
        facts.add(journal(index, created));
      }
      if (random.nextInt(3) == 0) {
        facts.add(journal(index, created.plusMillis(1), Optional.of(guid(index)), "with its call"));
      }
      if (random.nextInt(3) == 0) {
        Instant edited = created.plusSeconds(400 + random.nextInt(50));
        facts.add(new CommentEdit(guid(index), journalId(index), Optional.of("edited"), edited));
        facts.add(new ReadEdit(guid(index), journalId(index), true, edited));
      }
    }
    return facts;
  }
}
