package callcentre.storage.messages;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.usage.UsageEntry;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.history.StretchScan;
import callcentre.storage.history.TimeKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what each message counts for from the indexes alone, which have it: no row is read. So it
 * is as fresh as an index, which lags by moments.
 */
public final class MessageUsage {

  private final Database database;

  public MessageUsage(Database database) {
    this.database = database;
  }

  /**
   * Hands on every message of a business number that the query lets through: 1 query per megabyte,
   * some 3,500 messages, and at least one per month, or per number where a few are read.
   *
   * @param query only its times, number and scope count
   * @param mostQueries 1 or more
   * @return false when so many queries did not reach the end; then only a part was read
   */
  public boolean read(MessageLogQuery query, int mostQueries, Consumer<UsageEntry> entries) {
    return new StretchScan(database, new MessageLanes(query).stretches())
        .forEach(item -> entry(item, query).ifPresent(entries), mostQueries);
  }

  private static Optional<UsageEntry> entry(ItemReader item, MessageLogQuery query) {
    Optional<PhoneNumber> number =
        item.findText(MessageColumns.BUSINESS_NUMBER).map(PhoneNumber::new);
    Optional<SendState> status =
        item.findText(MessageColumns.STATUS).flatMap(SendState::ofWireName);
    if (number.isEmpty() || status.isEmpty() || MessageColumns.sentAs(item).isPresent()) {
      return Optional.empty();
    }
    Instant at = item.read(MessageColumns.SENT, TimeKeys::timeOf);
    if (!query.scope().numbers().contains(number.get(), at)) {
      return Optional.empty();
    }
    return Optional.of(
        new UsageEntry(
            number.get(),
            item.findText(MessageColumns.DIRECTION)
                .flatMap(Direction::ofWireName)
                .orElse(Direction.UNKNOWN),
            status.get(),
            item.findNumber(MessageColumns.SEGMENTS).map(Math::toIntExact).orElse(0),
            item.findNumber(MessageColumns.FILES).filter(count -> count > 0).isPresent(),
            at));
  }
}
