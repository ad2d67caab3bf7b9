package callcentre.storage.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The parts of transactions that write {@code sync_state}. */
final class ClaimWrites {

  private ClaimWrites() {}

  /** Gives a dataset to a job unless another one holds it. */
  static TransactWriteItem claim(
      Database database, Dataset dataset, String jobId, Instant expiresAt, Instant now) {
    String update = "SET #job = :job, #expires = :expires, #schema = :schema REMOVE #worker";
    String condition = "attribute_not_exists(#job) OR #expires <= :now";
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(database.name(Table.SYNC_STATE))
                .key(SyncStateItems.key(dataset))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(ClaimNames.in(update + condition))
                .expressionAttributeValues(
                    new ItemWriter()
                        .text(":job", jobId)
                        .millis(":expires", expiresAt)
                        .millis(":now", now)
                        .number(":schema", SyncStateItems.SCHEMA_VERSION)
                        .build())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  /**
   * Replaces a dataset's state if the job still holds it by that worker.
   *
   * @param worker empty when no worker ever took the job up
   */
  static TransactWriteItem end(
      Database database, SyncState after, String jobId, Optional<String> worker) {
    String condition =
        "#job = :job AND "
            + (worker.isPresent() ? "#worker = :worker" : "attribute_not_exists(#worker)");
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(database.name(Table.SYNC_STATE))
                .item(SyncStateItems.write(after))
                .conditionExpression(condition)
                .expressionAttributeNames(ClaimNames.in(condition))
                .expressionAttributeValues(
                    new ItemWriter().text(":job", jobId).text(":worker", worker).build())
                .build())
        .build();
  }
}
