package callcentre.storage.calls;

import static callcentre.storage.calls.CallFacts.BRANCH;
import static callcentre.storage.calls.CallFacts.CLIENT;
import static callcentre.storage.calls.CallFacts.MAIN;
import static callcentre.storage.calls.CallFacts.MARIA;
import static callcentre.storage.calls.CallFacts.NOON;
import static callcentre.storage.calls.CallFacts.SAM;
import static callcentre.storage.calls.CallFacts.admit;
import static callcentre.storage.calls.CallFacts.guid;
import static callcentre.storage.calls.CallFacts.journal;
import static callcentre.storage.calls.CallFacts.listed;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFilter;
import callcentre.domain.calls.CallSelection;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CallQueriesTest {

  private static final Instant FROM = Instant.parse("2026-09-20T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-21T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(TO);

  private final TestStore store;
  private final CallStore calls;
  private final CallQueries queries;

  CallQueriesTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.CALL_HISTORY);
    calls = new CallStore(store.database(), Retention::forEver);
    queries = new CallQueries(store.database(), CLOCK);
  }

  @Test
  void everyFilterPagesToTheEndAndEqualsAPlainRecount() {
    List<Call> all = storeCentre(150);
    CallQuery everything = CallQuery.between(FROM, TO, RowScope.EVERYTHING);
    Map<CallQuery, Predicate<Call>> filters = new HashMap<>();
    filters.put(everything, call -> true);
    filters.put(
        CallQuery.between(FROM.plus(Duration.ofDays(20)), NOON, RowScope.EVERYTHING),
        call ->
            !call.startedAt().isBefore(FROM.plus(Duration.ofDays(20)))
                && call.startedAt().isBefore(NOON));
    for (CallFilter filter : CallFilter.values()) {
      CallSelection selection = CallSelection.of(List.of(filter));
      filters.put(everything.with(selection), selection::matches);
    }
    filters.put(
        everything.withBusinessNumber(BRANCH),
        call -> call.businessNumber().equals(Optional.of(BRANCH)));
    filters.put(
        everything.withClient(client(3)),
        call -> call.client().flatMap(Party::phone).equals(Optional.of(client(3))));
    filters.put(everything.withExtension(MARIA), call -> talked(call, MARIA));
    filters.put(
        everything.withExtension(SAM).withBusinessNumber(MAIN),
        call -> talked(call, SAM) && call.businessNumber().equals(Optional.of(MAIN)));
    filters.put(
        everything.withText(call -> call.duration().orElseThrow().toMillis() % 2 == 0),
        call -> call.duration().orElseThrow().toMillis() % 2 == 0);

    filters.forEach(
        (query, recount) ->
            assertThat(readAll(query, 7))
                .containsExactlyElementsOf(all.stream().filter(recount).toList()));
  }

  @Test
  void anOwnerOfManyNumbersSeesWhatAnOwnerOfFewSees() {
    List<Call> all = storeCentre(60);
    Map<PhoneNumber, List<Interval>> numbers = new HashMap<>();
    numbers.put(MAIN, List.of(new Interval(Instant.EPOCH, Optional.of(NOON))));
    for (int index = 0; index < 20; index++) {
      numbers.put(client(1_000 + index), List.of(Interval.since(Instant.EPOCH)));
    }
    RowScope many = new RowScope(new Scope.Owned(numbers), List.of());

    assertThat(readAll(CallQuery.between(FROM, TO, many), 4))
        .containsExactlyElementsOf(
            all.stream()
                .filter(call -> call.businessNumber().equals(Optional.of(MAIN)))
                .filter(call -> call.startedAt().isBefore(NOON))
                .toList());
  }

  @Test
  void aPageOfADayCostsOneQueryAndOneReadOfRowsWhateverTheFilter() {
    storeCentre(60);
    Instant day = NOON.minusSeconds(43_200);
    CallQuery everything = CallQuery.between(day, day.plusSeconds(86_400), RowScope.EVERYTHING);
    store(listed(900, NOON));

    for (CallQuery query :
        List.of(
            everything,
            everything.with(CallSelection.of(List.of(CallFilter.INCOMING))),
            everything.withBusinessNumber(MAIN),
            everything.withExtension(SAM),
            everything.withClient(CLIENT))) {
      assertThat(store.requestsOf(() -> page(query, 50))).isEqualTo(2);
    }
    RowScope two =
        new RowScope(
            new Scope.Owned(
                Map.of(MAIN, List.of(Interval.since(FROM)), BRANCH, List.of(Interval.since(FROM)))),
            List.of());
    assertThat(
            store.requestsOf(() -> page(CallQuery.between(day, day.plusSeconds(86_400), two), 50)))
        .isEqualTo(3);
  }

  @Test
  void aSearchThatFindsLittleGivesAShortPageThatLeadsOn() {
    store(listed(1, FROM.minus(Duration.ofDays(400))));
    CallQuery query = CallQuery.between(FROM.minus(Duration.ofDays(500)), TO, RowScope.EVERYTHING);
    store(listed(2, NOON), listed(3, NOON.minus(Duration.ofDays(200))));

    store.requests().reset();
    Page<Call> first = page(query, 50);

    assertThat(first.items()).hasSize(1);
    assertThat(first.next()).isPresent();
    assertThat(store.requests().count("dynamodb.Query")).isEqualTo(HistoryPages.MOST_QUERIES);
    assertThat(readAll(query, 50)).hasSize(3);
  }

  @Test
  void aRowThatWasFoldedIntoAnotherIsListedOnceAlthoughTheIndexLags() {
    store(journal(1, NOON));
    store(listed(1, NOON));

    assertThat(ids(CallQuery.between(FROM, TO, RowScope.EVERYTHING)))
        .containsExactly(guid(1).value());
  }

  @Test
  void rowsOfADayAreCountedBySource() {
    store(
        listed(1, NOON),
        journal(2, NOON.plusSeconds(600)),
        journal(3, NOON.plusSeconds(900), Optional.of(guid(3)), "both"),
        listed(3, NOON.plusSeconds(900)),
        listed(4, NOON.plus(Duration.ofDays(1))));

    var counts = queries.count(NOON, NOON.plus(Duration.ofDays(1)));

    assertThat(counts.rows()).isEqualTo(3);
    assertThat(counts.of(CallSource.CALLS)).isEqualTo(2);
    assertThat(counts.of(CallSource.JOURNAL)).isEqualTo(2);
    assertThat(counts.of(CallSource.MAKECALL)).isZero();
  }

  @Test
  void aRowWhoseRetentionIsOverIsGoneBeforeDynamoDbRemovesIt() {
    CallStore days = new CallStore(store.database(), () -> new Retention(Optional.of(30)));
    days.store(
        admit(
            List.of(
                listed(1, TO.minus(Duration.ofDays(31))),
                listed(2, TO.minus(Duration.ofDays(29))))));

    assertThat(queries.find(guid(1))).isEmpty();
    assertThat(ids(CallQuery.between(FROM, TO, RowScope.EVERYTHING)))
        .containsExactly(guid(2).value());
  }

  /** Calls of two months with every direction and outcome; newest first. */
  private List<Call> storeCentre(int count) {
    Random random = new Random(count);
    List<CallFact> facts = new ArrayList<>();
    long span = Duration.between(FROM, TO).toMillis();
    for (int index = 0; index < count; index++) {
      Instant startedAt = FROM.plusMillis(Math.floorMod(random.nextLong(), span));
      facts.add(new ListedCall(guid(5_000 + index), details(startedAt, random), startedAt));
    }
    store(facts.toArray(CallFact[]::new));
    return facts.stream()
        .map(fact -> queries.find(fact.id()).orElseThrow())
        .sorted(Comparator.comparing(Call::startedAt).reversed())
        .toList();
  }

  private static CallDetails details(Instant startedAt, Random random) {
    Direction[] directions = {
      Direction.INCOMING, Direction.OUTGOING, Direction.INTERNAL, Direction.CALLBACK
    };
    CallStatus[] outcomes = {
      CallStatus.CONNECTED,
      CallStatus.MISSED,
      CallStatus.VOICEMAIL,
      CallStatus.DROPPED,
      CallStatus.CANCELED
    };
    Direction direction = directions[random.nextInt(directions.length)];
    boolean inbound = direction == Direction.INCOMING;
    Party client = Party.number(client(random.nextInt(6)), Optional.empty());
    Party maria = Party.extension(MARIA, Optional.of("Maria Lopez"));
    Party sam = Party.extension(SAM, Optional.of("Sam Reed"));
    Party called = direction == Direction.INTERNAL ? maria : client;
    return new CallDetails(
        direction,
        outcomes[random.nextInt(outcomes.length)],
        inbound ? client : sam,
        inbound
            ? List.of(new Leg(sam, random.nextBoolean(), true), new Leg(maria, true, false))
            : List.of(new Leg(called, true, true)),
        direction == Direction.INTERNAL
            ? Optional.empty()
            : Optional.of(random.nextInt(3) == 0 ? BRANCH : MAIN),
        startedAt,
        Optional.empty(),
        Optional.of(Duration.ofMillis(random.nextInt(100_000))),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean talked(Call call, Extension extension) {
    return call.otherTalkers().contains(extension)
        || call.agent().map(Agent::extension).equals(Optional.of(extension));
  }

  private List<String> ids(CallQuery query) {
    return readAll(query, 2).stream().map(call -> call.id().value()).toList();
  }

  private List<Call> readAll(CallQuery query, int limit) {
    List<Call> read = new ArrayList<>();
    Optional<PageKey> next = Optional.empty();
    do {
      Page<Call> page = queries.page(query, limit, next);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      read.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return read;
  }

  private Page<Call> page(CallQuery query, int limit) {
    return queries.page(query, limit, Optional.empty());
  }

  private void store(CallFact... facts) {
    assertThat(calls.store(admit(List.of(facts)))).allMatch(result -> result.problem().isEmpty());
  }

  private static PhoneNumber client(int index) {
    return new PhoneNumber("+1347555%04d".formatted(index));
  }
}
