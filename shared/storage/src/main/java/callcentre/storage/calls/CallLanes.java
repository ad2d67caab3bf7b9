package callcentre.storage.calls;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.Stretch;
import callcentre.storage.history.TimeIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which indexes a list of calls reads (docs/tables.md, {@code call_history}): the narrowest filter
 * decides, else the numbers where they are few, else the months.
 */
final class CallLanes {

  static final TimeIndex BY_MONTH = index("by_month", CallColumns.MONTH);
  private static final TimeIndex BY_NUMBER = index("by_number", CallColumns.BUSINESS_NUMBER);
  private static final TimeIndex BY_EXTENSION = index("by_extension", CallColumns.EXTENSION);
  private static final TimeIndex BY_CLIENT = index("by_client", CallColumns.CLIENT);

  /** More numbers than this cost fewer queries by month; one query is left to read on. */
  static final int FEW_NUMBERS = HistoryPages.MOST_QUERIES - 1;

  private final CallQuery query;

  CallLanes(CallQuery query) {
    this.query = query;
  }

  List<Stretch> stretches() {
    if (query.scope().isEmpty()) {
      return List.of();
    }
    if (query.client().isPresent()) {
      return List.of(all(BY_CLIENT, query.client().get().e164()));
    }
    if (query.extension().isPresent()) {
      return List.of(all(BY_EXTENSION, query.extension().get().digits()));
    }
    if (query.businessNumber().isPresent()) {
      return List.of(all(BY_NUMBER, query.businessNumber().get().e164()));
    }
    return switch (query.scope().numbers()) {
      case Scope.Everything all -> List.of(months());
      case Scope.Owned owned -> ofScope(owned);
    };
  }

  /** Whether the stretches have many rows that are not asked for. */
  boolean isSelective() {
    boolean byNumberAlone =
        query.client().isEmpty()
            && query.extension().isEmpty()
            && (query.businessNumber().isPresent() || stretches().stream().noneMatch(isMonths()));
    boolean filtered =
        !query.selection().isAll()
            || query.text().isPresent()
            || (!query.scope().isEverything() && !byNumberAlone);
    long filters =
        List.of(query.client(), query.extension(), query.businessNumber()).stream()
            .filter(Optional::isPresent)
            .count();
    return filtered || filters > 1;
  }

  /**
   * Whether a person's own calls can be among the rows without the index telling: who talked
   * besides the agent is in no index of clients and numbers.
   */
  static boolean leavesOwnToTheRow(CallQuery query) {
    boolean filtered =
        query.client().isPresent()
            || query.extension().isPresent()
            || query.businessNumber().isPresent();
    return filtered && !query.scope().own().isEmpty();
  }

  private static Predicate<Stretch> isMonths() {
    return stretch -> stretch.index().equals(BY_MONTH);
  }

  private List<Stretch> ofScope(Scope.Owned owned) {
    List<Stretch> own = own();
    List<Stretch> numbers = new ArrayList<>();
    for (PhoneNumber number : owned.numbers()) {
      for (Interval interval : owned.intervals().getOrDefault(number, List.of())) {
        overlap(BY_NUMBER, number.e164(), interval).ifPresent(numbers::add);
      }
    }
    List<Stretch> stretches = new ArrayList<>(own);
    if (numbers.size() + own.size() <= FEW_NUMBERS) {
      stretches.addAll(numbers);
    } else {
      stretches.add(months());
    }
    return stretches;
  }

  /** Also the calls in which a person talked without being the agent; no other index has them. */
  private List<Stretch> own() {
    List<Stretch> own = new ArrayList<>();
    for (ExtensionAssignment assignment : query.scope().own()) {
      overlap(BY_EXTENSION, assignment.extension().digits(), assignment.interval())
          .ifPresent(own::add);
    }
    return own;
  }

  private Optional<Stretch> overlap(TimeIndex index, String hash, Interval interval) {
    Instant from = interval.from().isAfter(query.from()) ? interval.from() : query.from();
    Instant to = interval.to().filter(query.to()::isAfter).orElse(query.to());
    return from.isBefore(to) ? Optional.of(Stretch.of(index, hash, from, to)) : Optional.empty();
  }

  private Stretch months() {
    return Stretch.ofMonths(BY_MONTH, query.from(), query.to());
  }

  private Stretch all(TimeIndex index, String hash) {
    return Stretch.of(index, hash, query.from(), query.to());
  }

  private static TimeIndex index(String name, String hash) {
    return new TimeIndex(Table.CALL_HISTORY, name, hash, CallColumns.STARTED);
  }
}
