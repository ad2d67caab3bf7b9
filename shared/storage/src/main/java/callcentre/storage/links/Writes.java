package callcentre.storage.links;

import callcentre.storage.database.ConflictRetry;
import callcentre.storage.database.Database;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Writes clusters: a row alone by one conditional put, everything else in transactions, many
 * clusters in one as long as nobody else is in the way.
 */
final class Writes {

  /** TransactWriteItems takes at most this many parts (DynamoDB API reference). */
  static final int MOST_PARTS = 100;

  /** What takes longer than a request may, on a slow machine, is not worth the saved requests. */
  static final int MODERATE_PARTS = 40;

  private static final String REFUSED = "ValidationException";

  private final Database database;
  private final int schemaVersion;
  private final Map<String, Ended> ended = new HashMap<>();

  /** How the writes of a cluster ended. */
  sealed interface Ended {
    record Stored() implements Ended {}

    /** Somebody else was faster; nothing was written. */
    record Conflict() implements Ended {}

    /** It cannot be written; nothing was. */
    record Impossible(String why) implements Ended {}
  }

  Writes(Database database, int schemaVersion) {
    this.database = database;
    this.schemaVersion = schemaVersion;
  }

  /**
   * Writes all clusters.
   *
   * @param together whether clusters may share a transaction
   * @return how each ended
   */
  Map<String, Ended> run(Map<String, List<Write>> clusters, boolean together) {
    Map<String, List<Write>> pack = new HashMap<>();
    int parts = 0;
    for (Map.Entry<String, List<Write>> cluster : clusters.entrySet()) {
      List<Write> writes = cluster.getValue();
      if (writes.size() == 1 && writes.getFirst().alone().isPresent()) {
        ended.put(cluster.getKey(), put(writes.getFirst().alone().orElseThrow()));
        continue;
      }
      if (!pack.isEmpty() && (!together || parts + writes.size() > MODERATE_PARTS)) {
        transact(pack);
        pack.clear();
        parts = 0;
      }
      pack.put(cluster.getKey(), writes);
      parts += writes.size();
    }
    if (!pack.isEmpty()) {
      transact(pack);
    }
    return ended;
  }

  private Ended put(Put put) {
    try {
      database
          .client()
          .putItem(
              PutItemRequest.builder()
                  .tableName(put.tableName())
                  .item(put.item())
                  .conditionExpression(put.conditionExpression())
                  .expressionAttributeNames(put.expressionAttributeNames())
                  .expressionAttributeValues(
                      put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
      return new Ended.Stored();
    } catch (ConditionalCheckFailedException refused) {
      // The SDK repeats a write whose answer was lost; the row is then already what we wanted.
      return refused.hasItem() && refused.item().equals(put.item())
          ? new Ended.Stored()
          : refusal(refused.item());
    } catch (TransactionConflictException conflict) {
      return new Ended.Conflict();
    } catch (DynamoDbException refused) {
      return impossible(refused);
    }
  }

  private void transact(Map<String, List<Write>> pack) {
    List<TransactWriteItem> parts = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    pack.forEach(
        (cluster, writes) -> {
          for (Write write : writes) {
            parts.add(write.part());
            owners.add(cluster);
          }
        });
    try {
      database.client().transactWriteItems(request -> request.transactItems(parts));
      pack.keySet().forEach(cluster -> ended.put(cluster, new Ended.Stored()));
    } catch (TransactionCanceledException cancelled) {
      pack.keySet().forEach(cluster -> ended.put(cluster, new Ended.Conflict()));
      explain(cancelled, owners);
    } catch (TransactionConflictException | TransactionInProgressException conflict) {
      pack.keySet().forEach(cluster -> ended.put(cluster, new Ended.Conflict()));
    } catch (DynamoDbException refused) {
      Ended end = impossible(refused);
      // Which of several it was is found when each is tried alone.
      pack.keySet()
          .forEach(cluster -> ended.put(cluster, pack.size() == 1 ? end : new Ended.Conflict()));
    }
  }

  private void explain(TransactionCanceledException cancelled, List<String> owners) {
    boolean known = ConflictRetry.isPassing(cancelled);
    for (int part = 0; part < owners.size(); part++) {
      if (Transactions.conditionFailed(cancelled, part)) {
        known = true;
        ended.put(owners.get(part), refusal(Transactions.storedItem(cancelled, part)));
      } else if (isInvalid(cancelled, part)) {
        known = true;
        String why = cancelled.cancellationReasons().get(part).message();
        ended.put(owners.get(part), new Ended.Impossible("DynamoDB refuses the row: " + why));
      }
    }
    if (!known) {
      throw cancelled;
    }
  }

  private static boolean isInvalid(TransactionCanceledException cancelled, int part) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    return part < reasons.size() && "ValidationError".equals(reasons.get(part).code());
  }

  /** A newer release's row is not overwritten: it holds what this release does not know. */
  private Ended refusal(Map<String, AttributeValue> stored) {
    AttributeValue schema = stored.get(VersionedRows.SCHEMA_VERSION);
    return schema != null && Integer.parseInt(schema.n()) > schemaVersion
        ? new Ended.Impossible(
            "a newer release wrote the row; it was left as it is, deploy that release again")
        : new Ended.Conflict();
  }

  private static Ended impossible(DynamoDbException refused) {
    if (refused.awsErrorDetails() != null
        && REFUSED.equals(refused.awsErrorDetails().errorCode())) {
      return new Ended.Impossible(
          "DynamoDB refuses the row: " + refused.awsErrorDetails().errorMessage());
    }
    throw refused;
  }
}
