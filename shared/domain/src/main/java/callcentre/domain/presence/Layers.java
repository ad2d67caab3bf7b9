package callcentre.domain.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lays intervals over each other: of several at one moment the weightiest state is seen. */
final class Layers {

  private static final Comparator<PresenceInterval> WEIGHTIEST_FIRST =
      Comparator.comparing(PresenceInterval::state)
          .thenComparing(PresenceInterval::from)
          .thenComparing(PresenceInterval::source)
          .thenComparing(PresenceInterval::to);

  private Layers() {}

  /** What is seen, in order of time; neighbours in the same state are one. */
  static List<PresenceInterval> flatten(List<PresenceInterval> told) {
    SortedSet<Instant> edges = new TreeSet<>();
    told.forEach(
        interval -> {
          edges.add(interval.from());
          edges.add(interval.to());
        });
    List<PresenceInterval> seen = new ArrayList<>();
    List<Instant> moments = List.copyOf(edges);
    for (int i = 0; i + 1 < moments.size(); i++) {
      Instant from = moments.get(i);
      Instant to = moments.get(i + 1);
      Optional<PresenceInterval> top =
          told.stream().filter(interval -> interval.contains(from)).min(WEIGHTIEST_FIRST);
      top.ifPresent(
          interval ->
              append(seen, new PresenceInterval(interval.state(), interval.source(), from, to)));
    }
    return List.copyOf(seen);
  }

  /** Adds an interval that follows; one that goes on in the same state makes the last longer. */
  static void append(List<PresenceInterval> seen, PresenceInterval next) {
    if (!seen.isEmpty()) {
      PresenceInterval last = seen.getLast();
      boolean goesOn =
          last.to().equals(next.from())
              && last.state() == next.state()
              && last.source() == next.source();
      if (goesOn) {
        seen.removeLast();
        seen.add(new PresenceInterval(last.state(), last.source(), last.from(), next.to()));
        return;
      }
    }
    seen.add(next);
  }
}
