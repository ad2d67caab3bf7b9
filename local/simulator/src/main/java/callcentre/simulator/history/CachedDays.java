package callcentre.simulator.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source whose last used days and all counts are kept, within a bound of memory. */
final class CachedDays {

  /** About 30 MB. */
  private static final int MOST_CONVERSATIONS = 30_000;

  private final DaySource source;
  private final Map<LocalDate, List<Conversation>> days = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<LocalDate, DayCounts> counts = new HashMap<>();
  private int held;

  CachedDays(DaySource source) {
    this.source = source;
  }

  DaySource source() {
    return source;
  }

  synchronized List<Conversation> on(LocalDate day) {
    if (day.isBefore(source.firstDay()) || day.isAfter(source.lastDay())) {
      return List.of();
    }
    List<Conversation> known = days.get(day);
    if (known != null) {
      return known;
    }
    List<Conversation> made = source.on(day);
    counts.putIfAbsent(day, DayCounts.of(made));
    days.put(day, made);
    held += made.size();
    // The newest of the map is the day just made, which stays however large it is.
    var oldest = days.entrySet().iterator();
    while (held > MOST_CONVERSATIONS && days.size() > 1) {
      held -= oldest.next().getValue().size();
      oldest.remove();
    }
    return made;
  }

  synchronized DayCounts countsOn(LocalDate day) {
    DayCounts known = counts.get(day);
    return known == null ? DayCounts.of(on(day)) : known;
  }

  Optional<List<Conversation>> dayOf(String id) {
    return source.dayOf(id).map(this::on);
  }
}
