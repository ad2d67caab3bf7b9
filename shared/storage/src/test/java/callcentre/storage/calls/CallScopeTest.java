package callcentre.storage.calls;

import static callcentre.storage.calls.CallFacts.BRANCH;
import static callcentre.storage.calls.CallFacts.CLIENT;
import static callcentre.storage.calls.CallFacts.MAIN;
import static callcentre.storage.calls.CallFacts.MARIA;
import static callcentre.storage.calls.CallFacts.NOON;
import static callcentre.storage.calls.CallFacts.SAM;
import static callcentre.storage.calls.CallFacts.admit;
import static callcentre.storage.calls.CallFacts.guid;
import static callcentre.storage.calls.CallFacts.listed;
import static callcentre.storage.calls.CallFacts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.Retention;
import java.time.Instant;
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
class CallScopeTest {

  private static final Instant FROM = Instant.parse("2026-09-20T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-21T00:00:00Z");

  private final TestStore store;
  private final CallStore calls;
  private final CallQueries queries;

  CallScopeTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.CALL_HISTORY);
    calls = new CallStore(store.database(), Retention::forEver);
    queries = new CallQueries(store.database(), InstantSource.fixed(TO));
  }

  @Test
  void movingANumberShowsEachOrganisationExactlyItsInterval() {
    Instant move = NOON;
    store(listed(1, move.minusMillis(1)), listed(2, move), listed(3, move.plusSeconds(60)));
    RowScope before = owner(MAIN, new Interval(Instant.EPOCH, Optional.of(move)));
    RowScope after = owner(MAIN, Interval.since(move));

    assertThat(ids(CallQuery.between(FROM, TO, before))).containsExactly(guid(1).value());
    assertThat(ids(CallQuery.between(FROM, TO, after)))
        .containsExactly(guid(3).value(), guid(2).value());
    assertThat(ids(CallQuery.between(FROM, TO, before).withBusinessNumber(MAIN)))
        .containsExactly(guid(1).value());
    assertThat(ids(CallQuery.between(FROM, TO, after).withClient(CLIENT)))
        .containsExactly(guid(3).value(), guid(2).value());
    assertThat(ids(CallQuery.between(FROM, TO, owner(BRANCH, Interval.since(Instant.EPOCH)))))
        .isEmpty();
  }

  @Test
  void anAgentSeesTheCallsInWhichItTalkedWhileTheExtensionWasItsOwnAndNoneThatMerelyRang() {
    store(
        transferred(1, NOON),
        listed(2, NOON.plusSeconds(1_000)),
        transferred(3, NOON.plusSeconds(2_000)));
    RowScope maria =
        agent(MARIA, new Interval(Instant.EPOCH, Optional.of(NOON.plusSeconds(2_000))));
    RowScope successor = agent(MARIA, Interval.since(NOON.plusSeconds(2_000)));
    RowScope sam = agent(SAM, Interval.since(Instant.EPOCH));

    assertThat(ids(CallQuery.between(FROM, TO, maria))).containsExactly(guid(1).value());
    assertThat(ids(CallQuery.between(FROM, TO, successor))).containsExactly(guid(3).value());
    assertThat(ids(CallQuery.between(FROM, TO, sam)))
        .containsExactly(guid(3).value(), guid(2).value(), guid(1).value());
  }

  @Test
  void aManagerWithAnExtensionSeesTheOwnCallsBesideThoseOfTheNumbersEachOnce() {
    store(transferred(1, NOON), listed(2, NOON.plusSeconds(60)));
    RowScope manager =
        new RowScope(
            new Scope.Owned(Map.of(MAIN, List.of(Interval.since(NOON.plusSeconds(30))))),
            List.of(
                new ExtensionAssignment(MARIA, Interval.since(Instant.EPOCH)),
                new ExtensionAssignment(SAM, Interval.since(NOON.plusSeconds(59)))));

    assertThat(ids(CallQuery.between(FROM, TO, manager)))
        .containsExactly(guid(2).value(), guid(1).value());
  }

  @Test
  void whoMaySeeNothingCostsNoRequest() {
    RowScope nobody = new RowScope(new Scope.Owned(Map.of()), List.of());

    assertThat(
            store.requestsOf(
                () ->
                    assertThat(page(CallQuery.between(FROM, TO, nobody), 50))
                        .isEqualTo(new Page<>(List.of(), Optional.empty()))))
        .isZero();
  }

  private static RowScope owner(PhoneNumber number, Interval interval) {
    return new RowScope(new Scope.Owned(Map.of(number, List.of(interval))), List.of());
  }

  private static RowScope agent(Extension extension, Interval interval) {
    return new RowScope(
        new Scope.Owned(Map.of()), List.of(new ExtensionAssignment(extension, interval)));
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
}
