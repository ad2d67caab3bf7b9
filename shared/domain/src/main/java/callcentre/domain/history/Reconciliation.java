package callcentre.domain.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * The provider's counts against our rows, day by day and family by family.
 *
 * @param days in order of day and family
 */
public record Reconciliation(List<DayCount> days) {

  public Reconciliation {
    days =
        days.stream()
            .sorted(Comparator.comparing(DayCount::day).thenComparing(DayCount::source))
            .toList();
  }

  /**
   * What each family had missed; families that were compared and missed nothing are there with 0.
   */
  public Map<HistorySource, Long> missedBySource() {
    return sums(DayCount::missed);
  }

  /** What is missing of each family still. */
  public Map<HistorySource, Long> missingBySource() {
    return sums(DayCount::missing);
  }

  /** The days of a family that must be pulled again, the oldest first. */
  public SortedSet<LocalDate> daysToPull(HistorySource source) {
    SortedSet<LocalDate> incomplete = new TreeSet<>();
    for (DayCount count : days) {
      if (count.source() == source && count.missing() > 0) {
        incomplete.add(count.day());
      }
    }
    return incomplete;
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return days.stream().allMatch(count -> count.missing() == 0);
  }

  private Map<HistorySource, Long> sums(ToLongFunction<DayCount> figure) {
    Map<HistorySource, Long> sums = new EnumMap<>(HistorySource.class);
    days.forEach(count -> sums.merge(count.source(), figure.applyAsLong(count), Long::sum));
    return sums;
  }
}
