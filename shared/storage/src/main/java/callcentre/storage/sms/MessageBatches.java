package callcentre.storage.sms;

import callcentre.domain.messages.sending.MessageBatch;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What people asked to be sent, once it is accepted: items {@code batch-…} of {@code sms_logs}. */
public final class MessageBatches {

  private final Database database;

  public MessageBatches(Database database) {
    this.database = database;
  }

  /** A batch, strongly consistent: 1 request. */
  public Optional<MessageBatch> find(String batch) {
    return database.get(Table.SMS_LOGS, BatchItems.key(batch)).map(BatchItems::read);
  }

  /** Notes that all of its messages have rows and are on the queue: 1 request. */
  public void spread(String batch, Instant now) {
    try {
      database
          .client()
          .updateItem(
              request ->
                  request
                      .tableName(database.name(Table.SMS_LOGS))
                      .key(BatchItems.key(batch))
                      .updateExpression("SET #spread = :now REMOVE #due, #at")
                      .conditionExpression("attribute_exists(#id)")
                      .expressionAttributeNames(
                          Map.of(
                              "#id",
                              "id",
                              "#spread",
                              "spread_at",
                              "#due",
                              DueIndex.SHARD,
                              "#at",
                              DueIndex.AT))
                      .expressionAttributeValues(
                          new ItemWriter().text(":now", now.toString()).build()));
    } catch (ConditionalCheckFailedException gone) {
      // Its time to live is over, which is long after its messages were made.
    }
  }
}
