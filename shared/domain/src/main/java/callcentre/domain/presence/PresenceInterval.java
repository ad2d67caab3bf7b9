package callcentre.domain.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A time in one state.
 *
 * @param from included
 * @param to excluded; may lie in the future, then it is when the state ends by itself
 */
public record PresenceInterval(
    PresenceState state, PresenceSource source, Instant from, Instant to) {

  public PresenceInterval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }

  /** What is seen of intervals that overlap: at each moment the weightiest state. */
  public static List<PresenceInterval> weightiest(List<PresenceInterval> told) {
    return Layers.flatten(told);
  }

  /**
   * Intervals that were told one after the other: each ends at the latest where the next begins,
   * and neighbours in the same state are one.
   *
   * @param begun in any order; of two that overlap, the later one knew more
   */
  public static List<PresenceInterval> inSequence(Collection<PresenceInterval> begun) {
    List<PresenceInterval> sorted =
        begun.stream().sorted(Comparator.comparing(PresenceInterval::from)).toList();
    List<PresenceInterval> sequence = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      PresenceInterval interval = sorted.get(i);
      Instant next = i + 1 < sorted.size() ? sorted.get(i + 1).from() : Instant.MAX;
      if (interval.from().isBefore(next)) {
        Layers.append(
            sequence,
            new PresenceInterval(
                interval.state(),
                interval.source(),
                interval.from(),
                next.isBefore(interval.to()) ? next : interval.to()));
      }
    }
    return List.copyOf(sequence);
  }

  /** The state as that of a moment in it. */
  Presence presence() {
    return new Presence(state, source, Optional.of(from), Optional.of(to));
  }

  /** Whether this moment is in it. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
