package callcentre.storage.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an index that one lane of a list reads, newest first.
 *
 * @param hashes the index's hash keys, the one with the newest rows first
 * @param from the first instant that belongs to it
 * @param to the first instant after it
 */
public record Stretch(TimeIndex index, List<String> hashes, Instant from, Instant to) {

  public Stretch {
    hashes = List.copyOf(hashes);
  }

  /** Everything under one hash key. */
  public static Stretch of(TimeIndex index, String hash, Instant from, Instant to) {
    return new Stretch(index, List.of(hash), from, to);
  }

  /** Everything, month by month. */
  public static Stretch ofMonths(TimeIndex index, Instant from, Instant to) {
    List<String> months = new ArrayList<>();
    YearMonth first = YearMonth.from(from.atZone(ZoneOffset.UTC));
    Instant last = to.minusMillis(1);
    for (YearMonth month = YearMonth.from(last.atZone(ZoneOffset.UTC));
        !month.isBefore(first);
        month = month.minusMonths(1)) {
      months.add(month.toString());
    }
    return new Stretch(index, months, from, to);
  }

  boolean isEmpty() {
    return !from.isBefore(to) || hashes.isEmpty();
  }
}
