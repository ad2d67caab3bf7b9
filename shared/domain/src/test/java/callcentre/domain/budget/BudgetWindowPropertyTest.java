package callcentre.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BudgetWindowPropertyTest {

  private static final Instant START = Instant.parse("2026-11-21T10:17:00Z");

  /** Some requests after a while; the while may be negative, for clocks of containers differ. */
  record Step(long minutes, int requests) {}

  private record Made(Instant at, int requests) {}

  @Property
  void countsEveryRequestOfTheLast24HoursAndNoneOlderThan25(
      @ForAll("forwardSteps") List<Step> steps) {
    BudgetWindow window = BudgetWindow.empty(BudgetWindow.hourOf(START));
    List<Made> made = new ArrayList<>();
    Instant now = START;
    for (Step step : steps) {
      now = now.plus(Duration.ofMinutes(step.minutes()));
      window = window.movedTo(BudgetWindow.hourOf(now)).plus(step.requests());
      made.add(new Made(now, step.requests()));

      assertThat(window.used())
          .isBetween(
              sum(made, now.minus(Duration.ofHours(24))),
              sum(made, now.minus(Duration.ofHours(25))));
    }
  }

  @Property
  void clocksThatGoBackwardsNeverLoseARequest(@ForAll("anySteps") List<Step> steps) {
    BudgetWindow window = BudgetWindow.empty(BudgetWindow.hourOf(START));
    List<Made> made = new ArrayList<>();
    Instant now = START;
    Instant latest = START;
    for (Step step : steps) {
      now = now.plus(Duration.ofMinutes(step.minutes()));
      latest = now.isAfter(latest) ? now : latest;
      window = window.movedTo(BudgetWindow.hourOf(now)).plus(step.requests());
      made.add(new Made(now, step.requests()));

      assertThat(window.hour()).isEqualTo(BudgetWindow.hourOf(latest));
      assertThat(window.used())
          .isGreaterThanOrEqualTo(sum(made, latest.minus(Duration.ofHours(24))));
    }
  }

  @Property
  void thereIsRoomWhenItSaysSoAndNotAnHourEarlier(
      @ForAll("forwardSteps") List<Step> steps,
      @ForAll("small") int wanted,
      @ForAll("ceilings") int ceiling) {
    BudgetWindow window = BudgetWindow.empty(BudgetWindow.hourOf(START));
    Instant now = START;
    for (Step step : steps) {
      now = now.plus(Duration.ofMinutes(step.minutes()));
      window = window.movedTo(BudgetWindow.hourOf(now)).plus(step.requests());
    }
    Instant roomAt = window.roomAt(wanted, ceiling);
    long hour = BudgetWindow.hourOf(roomAt);
    int usedThen = window.movedTo(hour).used();

    assertThat(usedThen + wanted <= ceiling || usedThen == 0).isTrue();
    if (hour > window.hour()) {
      assertThat(window.movedTo(hour - 1).used() + wanted).isGreaterThan(ceiling);
    }
  }

  @Provide
  Arbitrary<List<Step>> forwardSteps() {
    return steps(0);
  }

  @Provide
  Arbitrary<List<Step>> anySteps() {
    return steps(-180);
  }

  @Provide
  Arbitrary<Integer> small() {
    return Arbitraries.integers().between(1, 5);
  }

  @Provide
  Arbitrary<Integer> ceilings() {
    return Arbitraries.integers().between(0, 200);
  }

  private static Arbitrary<List<Step>> steps(long leastMinutes) {
    Arbitrary<Long> minutes =
        Arbitraries.oneOf(
            Arbitraries.longs().between(leastMinutes, 90),
            Arbitraries.longs().between(23 * 60, 27 * 60));
    return Combinators.combine(minutes, Arbitraries.integers().between(0, 40))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  private static int sum(List<Made> made, Instant after) {
    return made.stream()
        .filter(request -> request.at().isAfter(after))
        .mapToInt(Made::requests)
        .sum();
  }
}
