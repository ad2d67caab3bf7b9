package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who sees which calls, in lists and one by one. North owns two numbers, of which one moved to
 * South twenty days ago; a fourth number is nobody's.
 */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityTest {

  private static final Instant MOVED = History.NEWEST.minus(Duration.ofDays(20));
  private static final Instant HANDED_OVER = History.NEWEST.minus(Duration.ofDays(10));
  private static final String ALL = "?startUtc=" + History.NEWEST.minus(Duration.ofDays(46));
  private static final PhoneNumber NORTHS = History.NUMBERS.get(0);
  private static final PhoneNumber MOVING = History.NUMBERS.get(1);
  private static final PhoneNumber SOUTHS = History.NUMBERS.get(2);

  private final History history = History.of(9, 160);
  private CallsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
    stage.organisations("north", "south");
    stage.assign(NORTHS, "north", Optional.empty());
    stage.assign(MOVING, "north", Optional.empty());
    stage.assign(MOVING, "south", Optional.of(MOVED));
    stage.assign(SOUTHS, "south", Optional.empty());
    stage.store(history.facts);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorOfThePlatformSeesEveryCall() {
    assertSees(Callers.admin(), call -> true);
  }

  @Test
  void aNumberThatMovedShowsEachOrganisationExactlyItsInterval() {
    Predicate<Call> north =
        call -> isOf(call, NORTHS) || (isOf(call, MOVING) && call.startedAt().isBefore(MOVED));
    Predicate<Call> south =
        call -> isOf(call, SOUTHS) || (isOf(call, MOVING) && !call.startedAt().isBefore(MOVED));
    assertSees(Callers.manager("north"), north);
    assertSees(Callers.orgAdmin("north"), north);
    assertSees(Callers.manager("south"), south);
    assertSees(Callers.manager("north", "south"), north.or(south));
  }

  @Test
  void anAgentSeesTheCallsInWhichItTalkedWhileTheExtensionWasItsOwn() {
    Principal before =
        stage.agent(
            "before",
            CallsStage.between("101", "2026-01-01T00:00:00Z", HANDED_OVER.toString()),
            CallsStage.since("102", HANDED_OVER.toString()));
    Principal after = stage.agent("after", CallsStage.since("101", HANDED_OVER.toString()));
    assertSees(
        before,
        call -> call.startedAt().isBefore(HANDED_OVER) ? talked(call, "101") : talked(call, "102"));
    assertSees(after, call -> !call.startedAt().isBefore(HANDED_OVER) && talked(call, "101"));
  }

  @Test
  void anAgentOfAnOrganisationSeesNoCallsOfItsNumbersButItsOwn() {
    stage.agent("member", CallsStage.since("103", "2026-01-01T00:00:00Z"));
    Principal member =
        Callers.withExtension(Callers.withId(Callers.agent("north"), "member"), "103");
    assertSees(member, call -> talked(call, "103"));
  }

  @Test
  void aManagerWithAnExtensionSeesItsOwnCallsToo() {
    stage.agent("lead", CallsStage.since("102", "2026-01-01T00:00:00Z"));
    Principal lead = Callers.withExtension(Callers.withId(Callers.manager("south"), "lead"), "102");
    assertSees(
        lead,
        call ->
            talked(call, "102")
                || isOf(call, SOUTHS)
                || (isOf(call, MOVING) && !call.startedAt().isBefore(MOVED)));
  }

  @Test
  void whoHasNeitherNumbersNorExtensionSeesNothing() {
    assertSees(Callers.manager("west"), call -> false);
    assertSees(Callers.of(Role.AGENT), call -> false);
  }

  @Test
  void aFilterForAForeignNumberOrExtensionFindsNothing() {
    assertThat(stage.walk(ALL + "&businessNumber=" + SOUTHS.digits(), 50, Callers.manager("north")))
        .isEmpty();
    Principal agent = stage.agent("lonely", CallsStage.since("199", "2026-01-01T00:00:00Z"));
    assertThat(stage.walk(ALL + "&extension=101", 50, agent)).isEmpty();
  }

  @Test
  void everyRowSaysWhoOwnedItsNumberWhenItStarted() {
    stage
        .list(ALL + "&limit=200&businessNumber=" + MOVING.digits(), Callers.admin())
        .json()
        .get("calls")
        .forEach(
            row ->
                assertThat(row.get("orgId").asText())
                    .isEqualTo(
                        Instant.parse(row.get("started_at").asText()).isBefore(MOVED)
                            ? "north"
                            : "south"));
  }

  /** The list, walked to its end, and each call by its id agree with the meaning. */
  private void assertSees(Principal caller, Predicate<Call> meaning) {
    List<String> expected =
        history.calls.stream().filter(meaning).map(call -> call.id().value()).toList();
    assertThat(stage.walk(ALL, 37, caller)).as("%s", caller).isEqualTo(expected);
    for (Call call : history.calls.subList(0, 40)) {
      int status = stage.api.get(PATH + "/" + call.id()).as(caller).send().status();
      assertThat(status).as("%s of %s", call, caller).isEqualTo(meaning.test(call) ? 200 : 404);
    }
  }

  private static boolean isOf(Call call, PhoneNumber number) {
    return call.businessNumber().filter(number::equals).isPresent();
  }

  private static boolean talked(Call call, String extension) {
    return CallFiltersTest.talked(call).contains(new Extension(extension));
  }
}
