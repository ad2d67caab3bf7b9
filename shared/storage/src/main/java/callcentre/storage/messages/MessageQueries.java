package callcentre.storage.messages;

import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.HistoryCounts;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeIndex;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.Found;
import callcentre.storage.links.LinkedReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads text messages: table {@code sms_logs}. */
public final class MessageQueries {

  private static final TimeIndex BY_MONTH =
      new TimeIndex(Table.SMS_LOGS, "by_month", MessageColumns.MONTH, MessageColumns.SENT);

  private final Database database;
  private final LinkedReader<MessageFact, MessageEvidence> reader;
  private final HistoryCounts<String> counts;

  /**
   * @param clock tells which rows are over
   */
  public MessageQueries(Database database, InstantSource clock) {
    this.reader = new LinkedReader<>(database, new MessageRecords(Retention::forEver), clock);
    this.database = database;
    this.counts =
        new HistoryCounts<>(
            database,
            BY_MONTH,
            MessageColumns.DIRECTION,
            Optional::of,
            row -> MessageId.find(row.text("id")).isPresent());
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
   * included, as the index by month has it: 1 request per megabyte. Only the journal's own rows
   * count, not those of our sending.
   *
   * @param to the first instant after it
   */
  public long count(Instant from, Instant to) {
    return counts.count(from, to).rows();
  }

  /**
   * The journal's messages between two numbers in a stretch of time. The index finds them and may
   * lag; what they say is read strongly consistent. So there may be more, never fewer: 2 requests.
   *
   * @param to the last instant that counts
   */
  public List<Message> between(PhoneNumber business, PhoneNumber client, Instant from, Instant to) {
    List<String> ids =
        database
            .client()
            .query(
                request ->
                    request
                        .tableName(database.name(Table.SMS_LOGS))
                        .indexName("by_thread")
                        .keyConditionExpression("#thread = :thread AND #sent BETWEEN :from AND :to")
                        .expressionAttributeNames(
                            Map.of("#thread", MessageColumns.THREAD, "#sent", MessageColumns.SENT))
                        .expressionAttributeValues(
                            new ItemWriter()
                                .text(":thread", business.e164() + "#" + client.e164())
                                .text(":from", TimeKeys.of(from, ""))
                                .text(":to", TimeKeys.of(to, "~"))
                                .build()))
            .items()
            .stream()
            .map(item -> new ItemReader(Table.SMS_LOGS, item).text("id"))
            .filter(id -> MessageId.find(id).isPresent())
            .toList();
    return reader.findAll(ids).values().stream()
        .map(Found::evidence)
        .filter(MessageEvidence::isDescribed)
        .map(MessageEvidence::view)
        .toList();
  }
}
