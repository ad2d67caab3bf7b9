package callcentre.functions.operations.events;

import callcentre.storage.projection.Projected;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the events of a time.
 *
 * @param done whether all of them were replayed; else the same request with {@code cursor} goes on
 * @param progress how far it has come, 0 to 1
 * @param events how many this request replayed
 * @param outcomes their number by what became of them
 */
record ReplayedRange(
    boolean done,
    double progress,
    int events,
    Map<String, Integer> outcomes,
    Optional<String> nextCursor) {

  private static final String FAILED = "failed";

  /** Counts outcomes. */
  static final class Tally {

    private final Map<String, Integer> outcomes = new TreeMap<>();

    void count(Projected projected) {
      outcomes.merge(nameOf(projected), 1, Integer::sum);
    }

    void add(Tally other) {
      other.outcomes.forEach((outcome, events) -> outcomes.merge(outcome, events, Integer::sum));
    }

    /** Whether something was in the way of an event, so that it has to be replayed again. */
    boolean failed() {
      return outcomes.containsKey(FAILED);
    }

    int events() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> outcomes() {
      return Map.copyOf(outcomes);
    }
  }

  static String nameOf(Projected projected) {
    return switch (projected) {
      case Projected.Stored stored -> stored.outcome().name().toLowerCase(Locale.ROOT);
      case Projected.Parked parked -> "parked";
      case Projected.DeadLetter dead -> "dead_letter";
      case Projected.Held held -> "quarantined";
      case Projected.Failed failed -> FAILED;
    };
  }
}
