package callcentre.views;

import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.RequestClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The budget as {@code …/usage} shows it. */
public record UsageView(
    @JsonUnwrapped BudgetView budget,
    Optional<Closure> closure,
    Map<String, ClassUse> byClass,
    @JsonProperty("last_7_days") List<Day> lastDays,
    List<Reopened> reopenings) {

  /**
   * What a class used.
   *
   * @param ceiling how full the whole budget may be before the class gets nothing more
   */
  public record ClassUse(int used, int ceiling) {}

  /** Requests of a UTC day. */
  public record Day(LocalDate date, int used) {}

  /** Who opened it and why. */
  public record Reopened(Instant at, String userId, String reason) {}

  /** The budget at a moment. */
  public static UsageView of(BudgetLedger ledger, BudgetPolicy policy, Instant now) {
    BudgetSnapshot snapshot = ledger.snapshot(policy, now);
    Map<String, ClassUse> classes = new LinkedHashMap<>();
    for (RequestClass each : RequestClass.values()) {
      int used = snapshot.byClass().getOrDefault(each, 0);
      classes.put(each.wireName(), new ClassUse(used, policy.ceiling(each)));
    }
    return new UsageView(
        BudgetView.of(snapshot),
        snapshot.closed(),
        classes,
        snapshot.lastDays().stream().map(day -> new Day(day.day(), day.requests())).toList(),
        ledger.reopenings().stream()
            .map(made -> new Reopened(made.at(), made.actor(), made.reason()))
            .toList());
  }
}
