package callcentre.domain.ownership;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of which business numbers somebody may see. */
public sealed interface Scope {

  /** Whether a row of this business number that started then is inside. */
  boolean contains(PhoneNumber number, Instant startedAt);

  /**
   * Whether every instant of a stretch of time is inside: for figures that sum it up and cannot be
   * divided.
   *
   * @param to the first instant after the stretch
   */
  boolean covers(PhoneNumber number, Instant from, Instant to);

  /** The whole account. */
  record Everything() implements Scope {
    @Override
    public boolean contains(PhoneNumber number, Instant startedAt) {
      return true;
    }

    @Override
    public boolean covers(PhoneNumber number, Instant from, Instant to) {
      return true;
    }
  }

  /**
   * What some organisations own or owned.
   *
   * @param intervals for each number the stretches of time that belong to the scope
   */
  record Owned(Map<PhoneNumber, List<Interval>> intervals) implements Scope {

    public Owned {
      intervals = Map.copyOf(intervals);
    }

    @Override
    public boolean contains(PhoneNumber number, Instant startedAt) {
      return intervals.getOrDefault(number, List.of()).stream()
          .anyMatch(interval -> interval.contains(startedAt));
    }

    @Override
    public boolean covers(PhoneNumber number, Instant from, Instant to) {
      Instant reached = from;
      List<Interval> inOrder =
          intervals.getOrDefault(number, List.of()).stream()
              .sorted(Comparator.comparing(Interval::from))
              .toList();
      for (Interval interval : inOrder) {
        if (interval.contains(reached)) {
          if (interval.isOpen()) {
            return true;
          }
          reached = interval.to().orElse(reached);
        }
      }
      return !reached.isBefore(to);
    }

    public Set<PhoneNumber> numbers() {
      return intervals.keySet();
    }

    public boolean isEmpty() {
      return intervals.isEmpty();
    }
  }
}
