package callcentre.storage.messages;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.Stretch;
import callcentre.storage.history.TimeIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which indexes a list of messages reads (docs/tables.md, {@code sms_logs}): the conversation where
 * both ends are known, else the numbers where they are few, else the months.
 */
final class MessageLanes {

  static final TimeIndex BY_MONTH = index("by_month", MessageColumns.MONTH);
  private static final TimeIndex BY_NUMBER = index("by_number", MessageColumns.BUSINESS_NUMBER);
  static final TimeIndex BY_THREAD = index("by_thread", MessageColumns.THREAD);

  /** More numbers than this cost fewer queries by month; one query is left to read on. */
  static final int FEW_NUMBERS = HistoryPages.MOST_QUERIES - 1;

  private final MessageLogQuery query;

  MessageLanes(MessageLogQuery query) {
    this.query = query;
  }

  static String thread(PhoneNumber business, PhoneNumber client) {
    return business.e164() + "#" + client.e164();
  }

  List<Stretch> stretches() {
    if (query.scope().isEmpty()) {
      return List.of();
    }
    boolean isWhole = query.scope().isEverything() || !query.scope().own().isEmpty();
    if (isWhole) {
      return List.of(
          query
              .businessNumber()
              .map(number -> stretch(number, query.from(), query.to()))
              .orElseGet(this::months));
    }
    return switch (query.scope().numbers()) {
      case Scope.Everything all -> List.of(months());
      case Scope.Owned owned -> ofScope(owned);
    };
  }

  /** Whether the stretches have many rows that are not asked for. */
  boolean isSelective() {
    boolean readsMonths =
        stretches().stream().anyMatch(stretch -> stretch.index().equals(BY_MONTH));
    boolean readsMore =
        readsMonths && (query.client().isPresent() || !query.scope().isEverything());
    return readsMore || query.hasFilterOnRows() || !query.scope().own().isEmpty();
  }

  /** Only the times that belong to the scope: what is foreign is not even read. */
  private List<Stretch> ofScope(Scope.Owned owned) {
    Collection<PhoneNumber> numbers =
        query.businessNumber().<Collection<PhoneNumber>>map(List::of).orElseGet(owned::numbers);
    List<Stretch> stretches = new ArrayList<>();
    for (PhoneNumber number : numbers) {
      for (Interval interval : owned.intervals().getOrDefault(number, List.of())) {
        overlap(number, interval).ifPresent(stretches::add);
      }
    }
    return stretches.size() <= FEW_NUMBERS || query.businessNumber().isPresent()
        ? stretches
        : List.of(months());
  }

  private Optional<Stretch> overlap(PhoneNumber number, Interval interval) {
    Instant from = interval.from().isAfter(query.from()) ? interval.from() : query.from();
    Instant to = interval.to().filter(query.to()::isAfter).orElse(query.to());
    return from.isBefore(to) ? Optional.of(stretch(number, from, to)) : Optional.empty();
  }

  private Stretch stretch(PhoneNumber number, Instant from, Instant to) {
    return query
        .client()
        .map(client -> Stretch.of(BY_THREAD, thread(number, client), from, to))
        .orElseGet(() -> Stretch.of(BY_NUMBER, number.e164(), from, to));
  }

  private Stretch months() {
    return Stretch.ofMonths(BY_MONTH, query.from(), query.to());
  }

  private static TimeIndex index(String name, String hash) {
    return new TimeIndex(Table.SMS_LOGS, name, hash, MessageColumns.SENT);
  }
}
