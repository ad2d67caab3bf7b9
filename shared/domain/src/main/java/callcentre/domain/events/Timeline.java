package callcentre.domain.events;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happened in a call, in order of time. It shows every event that has a time, understood or
 * not, and each once.
 */
public final class Timeline {

  private static final Comparator<Line> IN_TIME =
      Comparator.comparing((Line line) -> line.entry().at())
          .thenComparingInt(Line::step)
          .thenComparing(line -> line.entry().event())
          .thenComparing(line -> line.entry().extension().orElse(""));

  private Timeline() {}

  /** The timeline of events of one call, in whatever order they are given. */
  public static List<TimelineEntry> of(Collection<EventNotice> events) {
    Set<EventIdentity> seen = new HashSet<>();
    return events.stream()
        .filter(notice -> seen.add(notice.identity()))
        .flatMap(notice -> notice.at().map(at -> line(notice, at)).stream())
        .sorted(IN_TIME)
        .map(Line::entry)
        .toList();
  }

  private static Line line(EventNotice notice, Instant at) {
    // Of two at one time the one that comes first in a call stands first; what is unknown, last.
    int step =
        EventType.ofName(notice.type())
            .map(type -> type.step(notice.extension().isPresent()).ordinal())
            .orElse(EventStep.values().length);
    return new Line(new TimelineEntry(notice.type(), at, notice.extension()), step);
  }

  private record Line(TimelineEntry entry, int step) {}
}
