package callcentre.storage.sms;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.TimeKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What somebody has to look at, as the index by_due has it. The index lags: what it names is read
 * again before anything is done, and what it does not name yet is found by the next run.
 */
public final class DueMessages {

  private final Database database;

  public DueMessages(Database database) {
    this.database = database;
  }

  /**
   * What is due, oldest first in each of four shards: 4 requests.
   *
   * @param until the last moment that counts
   * @param limit of each shard, 1 or more
   */
  public Due find(Instant until, int limit) {
    List<OutgoingId> messages = new ArrayList<>();
    List<String> batches = new ArrayList<>();
    for (String shard : DueIndex.shards()) {
      for (Map<String, AttributeValue> item : query(shard, until, limit)) {
        String id = new ItemReader(Table.SMS_LOGS, item).text("id");
        Optional<OutgoingId> message = OutgoingId.find(id);
        message.ifPresentOrElse(
            messages::add, () -> BatchItems.batchOf(id).ifPresent(batches::add));
      }
    }
    return new Due(messages, batches);
  }

  private List<Map<String, AttributeValue>> query(String shard, Instant until, int limit) {
    return database
        .client()
        .query(
            request ->
                request
                    .tableName(database.name(Table.SMS_LOGS))
                    .indexName(DueIndex.NAME)
                    .keyConditionExpression("#due = :due AND #at <= :until")
                    .expressionAttributeNames(Map.of("#due", DueIndex.SHARD, "#at", DueIndex.AT))
                    .expressionAttributeValues(
                        new ItemWriter()
                            .text(":due", shard)
                            .text(":until", TimeKeys.of(until, "~"))
                            .build())
                    .limit(limit))
        .items();
  }

  /**
   * What is due.
   *
   * @param messages that wait, or were not heard of for too long
   * @param batches that were accepted and not spread into their messages yet
   */
  public record Due(List<OutgoingId> messages, List<String> batches) {

    public Due {
      messages = List.copyOf(messages);
      batches = List.copyOf(batches);
    }
  }
}
