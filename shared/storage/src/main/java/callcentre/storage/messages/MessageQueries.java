package callcentre.storage.messages;

import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageId;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.history.HistoryCounts;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeIndex;
import callcentre.storage.links.Found;
import callcentre.storage.links.LinkedReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads text messages: table {@code sms_logs}. */
public final class MessageQueries {

  private static final TimeIndex BY_MONTH =
      new TimeIndex(Table.SMS_LOGS, "by_month", MessageColumns.MONTH, MessageColumns.SENT);

  private final LinkedReader<MessageFact, MessageEvidence> reader;
  private final HistoryCounts<String> counts;

  /**
   * @param clock tells which rows are over
   */
  public MessageQueries(Database database, InstantSource clock) {
    this.reader = new LinkedReader<>(database, new MessageRecords(Retention::forEver), clock);
    this.counts = new HistoryCounts<>(database, BY_MONTH, MessageColumns.DIRECTION, Optional::of);
  }

  /** A message, also one that is gone at the provider, strongly consistent: 1 request. */
  public Optional<Message> find(MessageId id) {
    return reader
        .find(id.value())
        .map(Found::evidence)
        .filter(MessageEvidence::isDescribed)
        .map(MessageEvidence::view);
  }

  /**
   * How many messages were sent or received in a stretch of time, those gone at the provider
   * included, as the index by month has it: 1 request per megabyte. All of them are the journal's.
   *
   * @param to the first instant after it
   */
  public long count(Instant from, Instant to) {
    return counts.count(from, to).rows();
  }
}
