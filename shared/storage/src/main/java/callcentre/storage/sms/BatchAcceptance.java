package callcentre.storage.sms;

import callcentre.domain.messages.sending.MessageBatch;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.Transactions;
import callcentre.storage.idempotency.BeginResult;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.IdempotencyRepository;
import callcentre.storage.idempotency.StoredAnswer;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Accepts what people ask to be sent. A batch is logged before anything is sent, together with the
 * answer to the request that made it, so the same request again makes no second one.
 */
public final class BatchAcceptance {

  private final Database database;
  private final IdempotencyRepository idempotency;

  public BatchAcceptance(Database database) {
    this.database = database;
    this.idempotency = new IdempotencyRepository(database);
  }

  /**
   * Accepts a batch and remembers the answer, both or nothing: 1 request.
   *
   * @param bodyHash tells this request's body from another one
   * @param memory how long the same key means the same request
   * @param answer what is answered now, and to the same request again
   * @return {@link BeginResult.Started} when it was accepted, else what the key was used for before
   */
  public BeginResult accept(
      MessageBatch batch,
      IdempotencyKey key,
      String bodyHash,
      Duration memory,
      StoredAnswer answer) {
    Put put =
        Put.builder()
            .tableName(database.name(Table.SMS_LOGS))
            .item(BatchItems.write(batch))
            .conditionExpression("attribute_not_exists(#id)")
            .expressionAttributeNames(Map.of("#id", "id"))
            .build();
    TransactWriteItem record =
        idempotency.completed(key, bodyHash, batch.id(), answer, memory, batch.acceptedAt());
    return database
        .conflicts()
        .run(
            () -> {
              try {
                database
                    .client()
                    .transactWriteItems(
                        request ->
                            request.transactItems(
                                record, TransactWriteItem.builder().put(put).build()));
                return new BeginResult.Started();
              } catch (TransactionCanceledException cancelled) {
                if (!Transactions.conditionFailed(cancelled, 0)) {
                  throw cancelled;
                }
                return idempotency.judge(
                    Transactions.storedItem(cancelled, 0), bodyHash, batch.id());
              }
            });
  }
}
