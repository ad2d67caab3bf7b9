package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.demo.DemoDays;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.History;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Workflow;
import callcentre.simulator.settings.DemoRules;
import callcentre.simulator.settings.SimulatorSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoHistoryTest extends HistoryTest {

  @BeforeEach
  void aLivingCentre() {
    simulator.addDemo(DemoRules.livingCentre());
  }

  @Test
  void theHistoryReachesNineMonthsBackAndUpToNow() {
    List<Conversation> all = between(NOW.minus(Duration.ofDays(400)), NOW);

    assertThat(all.getFirst().at()).isAfter(NOW.minus(Duration.ofHours(1)));
    assertThat(all.getLast().at()).isBefore(Instant.parse("2025-12-16T00:00:00Z"));
    assertThat(calls(all, call -> true)).hasSizeBetween(15_000, 35_000);
  }

  @Test
  void everythingThatHappensAtACentreHappensInAMonth() {
    List<Conversation> all = between(NOW.minus(Duration.ofDays(31)), NOW);

    for (CallState state : CallState.values()) {
      assertThat(calls(all, call -> call.state() == state)).as(state.name()).isNotEmpty();
    }
    for (Origin origin : Origin.values()) {
      assertThat(calls(all, call -> call.origin() == origin)).as(origin.name()).isNotEmpty();
    }
    for (Client.Kind kind : Client.Kind.values()) {
      assertThat(calls(all, call -> call.client().kind() == kind)).as(kind.name()).isNotEmpty();
    }
    assertThat(calls(all, call -> call.groupId() != null)).isNotEmpty();
    assertThat(calls(all, call -> talkers(call) == 2)).as("transferred").isNotEmpty();
    assertThat(calls(all, call -> consulted(call))).as("consulted").isNotEmpty();
    assertThat(calls(all, PhoneCall::recorded)).isNotEmpty();
    assertThat(all).anyMatch(c -> simulator.history().marks(c).comment() != null);
    for (Workflow workflow : Workflow.values()) {
      assertThat(all).anyMatch(c -> simulator.history().marks(c).workflow() == workflow);
    }
    assertThat(all)
        .anyMatch(c -> c instanceof TextMessage text && !text.attachments().isEmpty())
        .anyMatch(c -> c instanceof TextMessage text && text.origin() == Origin.OUTBOUND);
  }

  @Test
  void theSameSeedIsTheSameHistoryWheneverItStarts() {
    List<Conversation> here = between(NOW.minus(Duration.ofDays(3)), NOW);

    try (Simulator other = Simulator.start()) {
      other.clock().freeze();
      other.clock().setNow(NOW.plus(Duration.ofDays(5)));
      other.addDemo(DemoRules.livingCentre());
      assertThat(other.history().all(query(NOW.minus(Duration.ofDays(3)), NOW))).isEqualTo(here);
    }
  }

  @Test
  void noIdIsUsedTwiceAndEveryIdIsFound() {
    List<Conversation> all = between(NOW.minus(Duration.ofDays(60)), NOW);
    Set<String> ids = new HashSet<>();
    for (Conversation conversation : all) {
      assertThat(ids.add(conversation.guid())).isTrue();
      assertThat(ids.add(conversation.requestId())).isTrue();
    }
    for (Conversation conversation : all.subList(0, 200)) {
      assertThat(simulator.history().find(conversation.guid())).contains(conversation);
      assertThat(simulator.history().find(conversation.requestId())).contains(conversation);
    }
    assertThat(simulator.history().find("3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05")).isEmpty();
  }

  @Test
  void theCentreGoesOnLivingAsTheClockMoves() {
    long before = list("/v4/api/calls?startUtc=2026-09-14T00:00:00").path("total").asLong();

    simulator.clock().advance(Duration.ofHours(2));

    long after = list("/v4/api/calls?startUtc=2026-09-14T00:00:00").path("total").asLong();
    assertThat(after).isGreaterThan(before);
    simulator.clock().advance(Duration.ofDays(30));
    token = caller.accessToken();
    assertThat(list("/v4/api/calls").path("total").asLong()).isPositive();
  }

  @Test
  void aCentreThatDoesNotLiveEndsWithTheDayBefore() {
    simulator.history().clear();
    simulator.addDemo(DemoRules.livingCentre().withLiving(false));
    simulator.clock().advance(Duration.ofDays(30));

    assertThat(between(NOW.minus(Duration.ofDays(10)), simulator.clock().instant()).getFirst().at())
        .isBefore(Instant.parse("2026-09-14T00:00:00Z"));
  }

  @Test
  void theBusyHoursKeepTheirLocalTimeOverAChangeOfTheClocks() {
    // The second Sunday of March 2026 is the 8th: New York goes from UTC-5 to UTC-4.
    assertThat(firstOutgoingHourUtc(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo(13);
    assertThat(firstOutgoingHourUtc(Instant.parse("2026-03-09T00:00:00Z"))).isEqualTo(12);
  }

  @Test
  void aDayHoldsOnlyWhatBeginsOnIt() {
    DemoDays days =
        DemoDays.exactly(
                simulator.account().data(), 3, LocalDate.parse("2026-11-01"), 2, 500, 30, 100)
            .orElseThrow();

    for (LocalDate day : List.of(days.firstDay(), days.lastDay())) {
      assertThat(days.on(day))
          .hasSize(600)
          .allMatch(c -> LocalDate.ofInstant(c.at(), ZoneOffset.UTC).equals(day))
          .allMatch(c -> days.dayOf(c.guid()).orElseThrow().equals(day));
    }
  }

  @Test
  void pagesOfAThousandRowsAddUpToTheTotal() {
    String window = "startUtc=2026-07-01T00:00:00&endUtc=2026-09-01T00:00:00";
    Set<String> ids = new HashSet<>();
    long total = list("/v4/api/calls?pageSize=1&" + window).path("total").asLong();
    for (int skip = 0; skip < total; skip += 1_000) {
      ids.addAll(
          texts(
              list("/v4/api/calls?pageSize=1000&skip=" + skip + "&" + window).path("calls"), "id"));
    }

    assertThat((long) ids.size()).isEqualTo(total).isPositive();
  }

  @Test
  void countsOfWholeDaysAreThoseOfTheRowsEvenWhenSomeAreRemoved() {
    String window = "from=2026-09-10T00:00:00Z&to=2026-09-14T18:30:00Z";
    List<String> ids = journalIds("pageSize=1000&" + window);
    assertThat(records(window)).isEqualTo(ids.size()).isPositive();
    assertThat(records(window + "&type=call,callbackRequest") + records(window + "&type=message"))
        .isEqualTo(ids.size());

    caller.json(
        caller
            .signed(REQUESTS + "/flags?flags=Removed&requestIds=" + ids.getLast(), token)
            .POST(BodyPublishers.noBody()));

    assertThat(records(window)).isEqualTo(ids.size() - 1);
    assertThat(journalIds("pageSize=1000&" + window)).hasSize(ids.size() - 1);
  }

  private int records(String query) {
    return caller.get(REQUESTS + "/counts?" + query, token).json().path("records").asInt();
  }

  @Test
  void resettingBringsTheDemonstrationsHistoryBack() {
    try (Simulator demonstration = Simulator.start(SimulatorSettings.demonstration(), 0)) {
      Instant now = demonstration.clock().instant();
      HistoryQuery lastMonth = query(now.minus(Duration.ofDays(30)), now.minusSeconds(3_600));
      int before = demonstration.history().all(lastMonth).size();
      demonstration.history().clear();
      demonstration.reset();

      assertThat(demonstration.history().all(lastMonth)).hasSize(before).isNotEmpty();
      assertThat(demonstration.settings().history().callDelaySeconds()).isEqualTo(10);
    }
  }

  private int firstOutgoingHourUtc(Instant weekBegin) {
    return calls(
            between(weekBegin, weekBegin.plus(Duration.ofDays(5))),
            call -> call.origin() == Origin.OUTBOUND)
        .stream()
        .mapToInt(call -> call.at().atOffset(ZoneOffset.UTC).getHour())
        .min()
        .orElseThrow();
  }

  private List<Conversation> between(Instant from, Instant to) {
    return simulator.history().all(query(from, to));
  }

  private static HistoryQuery query(Instant from, Instant to) {
    return new HistoryQuery(from, to, to.plus(History.LONGEST), any -> true, null, false);
  }

  private static List<PhoneCall> calls(List<Conversation> all, Predicate<PhoneCall> fits) {
    return all.stream()
        .filter(PhoneCall.class::isInstance)
        .map(PhoneCall.class::cast)
        .filter(fits)
        .toList();
  }

  private static long talkers(PhoneCall call) {
    return call.called().stream()
        .filter(leg -> leg.connected() && leg.role() == Leg.Role.CALL_OWNER)
        .filter(leg -> leg.extension() != null)
        .count();
  }

  private static boolean consulted(PhoneCall call) {
    return call.called().stream().anyMatch(leg -> leg.role() == Leg.Role.CONSULTANT);
  }
}
