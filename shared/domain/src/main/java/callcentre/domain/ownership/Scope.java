package callcentre.domain.ownership;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of which business numbers somebody may see. */
public sealed interface Scope {

  /** Whether a row of this business number that started then is inside. */
  boolean contains(PhoneNumber number, Instant startedAt);

  /** The whole account. */
  record Everything() implements Scope {
    @Override
    public boolean contains(PhoneNumber number, Instant startedAt) {
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

    public Set<PhoneNumber> numbers() {
      return intervals.keySet();
    }

    public boolean isEmpty() {
      return intervals.isEmpty();
    }
  }
}
