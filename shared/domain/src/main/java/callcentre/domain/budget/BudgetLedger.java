package callcentre.domain.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is kept of the budget.
 *
 * @param window all requests, by hour; it alone decides
 * @param byClass the same requests by class
 * @param days requests by UTC day, at least of the last {@link #DAYS} days on which there were any
 * @param startedAt when counting began
 * @param closure present while the provider's limit is reached
 * @param reopenings the last ones, the newest first
 */
public record BudgetLedger(
    BudgetWindow window,
    Map<RequestClass, BudgetWindow> byClass,
    SortedMap<LocalDate, Integer> days,
    Instant startedAt,
    Optional<Closure> closure,
    List<Reopening> reopenings) {

  /** How many days are reported, today among them. */
  public static final int DAYS = 7;

  private static final Duration WINDOW = Duration.ofHours(24);

  public BudgetLedger {
    byClass = Map.copyOf(byClass);
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    reopenings = List.copyOf(reopenings);
  }

  /** What there is before the first request. */
  public static BudgetLedger untouched(Instant now) {
    return new BudgetLedger(
        BudgetWindow.empty(BudgetWindow.hourOf(now)),
        Map.of(),
        Collections.emptySortedMap(),
        now,
        Optional.empty(),
        List.of());
  }

  /**
   * How the budget stands, without writing anything: hours that left the window since the last
   * request are left out.
   */
  public BudgetSnapshot snapshot(BudgetPolicy policy, Instant now) {
    BudgetWindow current = window.movedTo(BudgetWindow.hourOf(now));
    Map<RequestClass, Integer> classes = new EnumMap<>(RequestClass.class);
    for (RequestClass requestClass : RequestClass.values()) {
      BudgetWindow of = byClass.get(requestClass);
      classes.put(requestClass, of == null ? 0 : of.movedTo(current.hour()).used());
    }
    boolean unseen = policy.sharePercent() < 100;
    boolean young = startedAt.isAfter(now.minus(WINDOW));
    return new BudgetSnapshot(
        policy.limit(),
        current.used(),
        closure.isPresent() ? 0 : Math.max(0, policy.limit() - current.used()),
        current.nextRelief(),
        unseen || young,
        closure,
        classes,
        lastDays(now));
  }

  /**
   * Why a class got nothing, and when it may.
   *
   * @param requests how many were wanted, 1 or more
   */
  public Refusal refusal(
      BudgetPolicy policy, RequestClass requestClass, int requests, Instant now) {
    if (closure.isPresent()) {
      Instant probeAt = closure.get().nextProbeAt();
      return new Refusal(
          requestClass,
          Refusal.Reason.CLOSED_BY_PROVIDER,
          window.used(),
          policy.limit(),
          probeAt.isAfter(now) ? probeAt : now);
    }
    Instant roomAt =
        window.movedTo(BudgetWindow.hourOf(now)).roomAt(requests, policy.ceiling(requestClass));
    return new Refusal(requestClass, Refusal.Reason.SPENT, window.used(), policy.limit(), roomAt);
  }

  private List<DayUse> lastDays(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<DayUse> last = new ArrayList<>(DAYS);
    for (int back = 0; back < DAYS; back++) {
      LocalDate day = today.minusDays(back);
      last.add(new DayUse(day, days.getOrDefault(day, 0)));
    }
    return List.copyOf(last);
  }
}
