package callcentre.storage.calls;

import static callcentre.storage.calls.CallFacts.NOON;
import static callcentre.storage.calls.CallFacts.admit;
import static callcentre.storage.calls.CallFacts.guid;
import static callcentre.storage.calls.CallFacts.journal;
import static callcentre.storage.calls.CallFacts.journalId;
import static callcentre.storage.calls.CallFacts.listed;
import static callcentre.storage.links.StoreOutcome.INSERTED;
import static callcentre.storage.links.StoreOutcome.MERGED;
import static callcentre.storage.links.StoreOutcome.UNCHANGED;
import static callcentre.storage.links.StoreOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.Match;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CallStoreTest {

  private final TestStore store;
  private final CallStore calls;
  private final CallQueries queries;

  CallStoreTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.CALL_HISTORY);
    calls = new CallStore(store.database(), Retention::forEver);
    queries = new CallQueries(store.database(), InstantSource.fixed(NOON));
  }

  @Test
  void aListedCallIsReadBackAsItsFactSaysIt() {
    ListedCall fact = listed(1, NOON);

    assertThat(store(fact)).containsExactly(INSERTED);

    Call call = queries.find(guid(1)).orElseThrow();
    assertThat(call.startedAt()).isEqualTo(NOON);
    assertThat(call.duration()).contains(Duration.ofMillis(64_125));
    assertThat(call.agent().orElseThrow().extension()).isEqualTo(CallFacts.SAM);
    assertThat(call.legs()).isEqualTo(fact.details().legs());
    assertThat(call.sources()).containsExactly(CallSource.CALLS);
    assertThat(call.match()).isEqualTo(Match.NONE);
  }

  @Test
  void whatIsPulledAgainUnchangedCostsOneReadAndNoWrite() {
    List<CallFact> facts = new ArrayList<>();
    for (int index = 0; index < 40; index++) {
      facts.add(listed(index, NOON.plusSeconds(index)));
      facts.add(
          journal(100 + index, NOON.plusSeconds(index), Optional.of(guid(100 + index)), "again"));
    }
    storeAll(facts);
    store.requests().reset();

    assertThat(storeAll(facts.stream().map(CallStoreTest::later).toList())).containsOnly(UNCHANGED);

    assertThat(store.requests().counts()).isEqualTo(Map.of("dynamodb.BatchGetItem", 1));
  }

  @Test
  void aJournalRecordThatNamesTheCallIsOneRowWithIt() {
    assertThat(store(journal(1, NOON, Optional.of(guid(1)), "call back")))
        .containsExactly(INSERTED);
    assertThat(store(listed(1, NOON))).containsExactly(MERGED);

    Call call = queries.find(guid(1)).orElseThrow();
    assertThat(call.match()).isEqualTo(Match.EXACT);
    assertThat(call.comment()).contains("call back");
    assertThat(call.sources()).containsExactly(CallSource.CALLS, CallSource.JOURNAL);
    assertThat(queries.find(journalId(1))).contains(call);
  }

  @Test
  void aCallOfAKnownGuidIsJoinedByOnePutWithoutReadingAnyPair() {
    store(journal(1, NOON, Optional.of(guid(1)), "call back"));
    store.requests().reset();

    store(listed(1, NOON));

    assertThat(store.requests().counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 1, "dynamodb.PutItem", 1));
  }

  @Test
  void aNewCallIsOneTransactionWithItsPair() {
    store(listed(1, NOON.plusSeconds(60)));

    assertThat(store.requests().counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 2, "dynamodb.TransactWriteItems", 1));
  }

  @Test
  void aRecordWithoutAGuidIsMatchedWithTheOneCallThatFitsAndItsIdAnswersForEver() {
    store(journal(1, NOON));
    assertThat(queries.find(journalId(1)).orElseThrow().match()).isEqualTo(Match.NONE);

    StoreResult<CallFact> result =
        calls.store(admit(List.of(listed(1, NOON.plusMillis(1_900))))).getFirst();

    assertThat(result.outcome()).isEqualTo(MERGED);
    Call call = queries.find(journalId(1)).orElseThrow();
    assertThat(call.id()).isEqualTo(guid(1));
    assertThat(call.match()).isEqualTo(Match.INFERRED);
    assertThat(call.comment()).contains("asked for a date");
  }

  @Test
  void aSecondCandidateUndoesAMatchAndItsRemovalFromThePairMakesItAgain() {
    store(journal(1, NOON));
    store(listed(1, NOON));
    store(listed(2, NOON.plusSeconds(1)));

    for (CallId id : List.of(guid(1), guid(2), journalId(1))) {
      Call call = queries.find(id).orElseThrow();
      assertThat(call.id()).isEqualTo(id);
      assertThat(call.match()).isEqualTo(Match.AMBIGUOUS);
      assertThat(call.writableJournalId()).isEmpty();
    }

    // The second call's own record comes with its GUID: it can be nobody else's any more.
    store(journal(2, NOON.plusSeconds(1), Optional.of(guid(2)), "mine"));

    assertThat(queries.find(journalId(1)).orElseThrow().id()).isEqualTo(guid(1));
    assertThat(queries.find(guid(1)).orElseThrow().match()).isEqualTo(Match.INFERRED);
    assertThat(queries.find(guid(2)).orElseThrow().match()).isEqualTo(Match.EXACT);
  }

  @Test
  void recordsMatchAcrossTheEdgeOfAnHour() {
    store(journal(1, NOON.minusMillis(500)));
    store(listed(1, NOON.plusMillis(500)));

    assertThat(queries.find(journalId(1)).orElseThrow().id()).isEqualTo(guid(1));
  }

  @Test
  void aGuidThatIsKnownLaterFoldsTheRowIntoTheCalls() {
    store(journal(1, NOON));
    assertThat(store(journal(1, NOON, Optional.of(guid(1)), "asked for a date")))
        .containsExactly(UPDATED);

    Call call = queries.find(journalId(1)).orElseThrow();
    assertThat(call.id()).isEqualTo(guid(1));
    assertThat(call.match()).isEqualTo(Match.EXACT);

    // The provider may forget the GUID again; the record stays where it is.
    store(later(journal(1, NOON, Optional.empty(), "another comment")));
    assertThat(queries.find(guid(1)).orElseThrow().comment()).contains("another comment");
    assertThat(queries.find(guid(1)).orElseThrow().match()).isEqualTo(Match.EXACT);
  }

  @Test
  void anEditBelongsToTheJournalRecordAndGoesWithItWhenAMatchIsUndone() {
    store(journal(1, NOON));
    store(listed(1, NOON));
    store(new CommentEdit(guid(1), journalId(1), Optional.of("done"), NOON.plusSeconds(1_000)));
    assertThat(queries.find(guid(1)).orElseThrow().comment()).contains("done");

    store(listed(2, NOON.plusSeconds(1)));

    assertThat(queries.find(guid(1)).orElseThrow().comment()).isEmpty();
    assertThat(queries.find(journalId(1)).orElseThrow().comment()).contains("done");
  }

  @Test
  void aCommentTakenBackAtTheProviderIsSeenAlthoughTheRecordSaysWhatItSaidBefore() {
    JournalCall before = journal(1, NOON, Optional.of(guid(1)), "old");
    store(before);
    store(
        new CommentEdit(
            guid(1), journalId(1), Optional.of("new"), before.observedAt().plusSeconds(10)));
    assertThat(queries.find(guid(1)).orElseThrow().comment()).contains("new");

    assertThat(store(later(before))).containsExactly(UPDATED);

    assertThat(queries.find(guid(1)).orElseThrow().comment()).contains("old");
  }

  @Test
  void manyCallsOfOnePairAreStoredInOneGo() {
    List<CallFact> facts = new ArrayList<>();
    for (int index = 0; index < 90; index++) {
      facts.add(journal(index, NOON.plusSeconds(20L * index)));
    }

    assertThat(storeAll(facts)).hasSize(90).containsOnly(INSERTED);
    assertThat(queries.findAll(facts.stream().map(CallFact::id).toList())).hasSize(90);
  }

  @Test
  void moreCallsOfOnePairThanATransactionTakesAreStoredInSeveral() {
    List<CallFact> facts = new ArrayList<>();
    for (int index = 0; index < 95; index++) {
      facts.add(CallFacts.transferred(index, NOON.plusSeconds(20L * index)));
    }

    assertThat(storeAll(facts)).hasSize(95).containsOnly(INSERTED);
    assertThat(queries.findAll(facts.stream().map(CallFact::id).toList())).hasSize(95);
    assertThat(storeAll(facts)).containsOnly(UNCHANGED);
  }

  @Test
  void factsOfOneCallInOneBatchAreOneRow() {
    assertThat(
            store(
                listed(1, NOON),
                journal(1, NOON),
                journal(1, NOON, Optional.of(guid(1)), "asked for a date"),
                listed(1, NOON)))
        .containsExactly(INSERTED, MERGED, MERGED, UNCHANGED);
    assertThat(queries.find(journalId(1)).orElseThrow().match()).isEqualTo(Match.EXACT);
  }

  private List<StoreOutcome> store(CallFact... facts) {
    return storeAll(List.of(facts));
  }

  private List<StoreOutcome> storeAll(List<CallFact> facts) {
    List<StoreResult<CallFact>> results = calls.store(admit(facts));
    assertThat(results).allMatch(result -> result.problem().isEmpty());
    return results.stream().map(StoreResult::outcome).toList();
  }

  private static CallFact later(CallFact fact) {
    return switch (fact) {
      case ListedCall call ->
          new ListedCall(call.id(), call.details(), call.observedAt().plusSeconds(3_600));
      case JournalCall call ->
          new JournalCall(
              call.journalId(),
              call.guid(),
              call.details(),
              call.notes(),
              call.observedAt().plusSeconds(3_600));
      default -> throw new IllegalArgumentException("nothing pulls " + fact);
    };
  }
}
