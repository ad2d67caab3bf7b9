package callcentre.storage.reports;

import callcentre.domain.phone.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The range keys that reports of some numbers can have, newest day first, made as needed. */
final class ReportPositions {

  private final LocalDate from;
  private final List<PhoneNumber> numbers;
  private LocalDate day;
  private int next;

  /**
   * @param below continue behind this position; empty starts at the last day
   */
  ReportPositions(ReportQuery query, Set<PhoneNumber> numbers, Optional<String> below) {
    this.from = query.from();
    this.numbers = numbers.stream().sorted(Comparator.reverseOrder()).toList();
    this.day = below.map(ReportItems::dateOf).orElse(query.to());
    if (below.isPresent()) {
      while (next < this.numbers.size()
          && ReportItems.rangeKey(day, this.numbers.get(next)).compareTo(below.get()) >= 0) {
        next++;
      }
    }
  }

  boolean hasNext() {
    if (next >= numbers.size()) {
      day = day.minusDays(1);
      next = 0;
    }
    return !numbers.isEmpty() && !day.isBefore(from);
  }

  /**
   * @param most at least 1
   */
  List<String> next(int most) {
    List<String> positions = new ArrayList<>(most);
    while (positions.size() < most && hasNext()) {
      positions.add(ReportItems.rangeKey(day, numbers.get(next)));
      next++;
    }
    return positions;
  }
}
