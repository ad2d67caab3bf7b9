package callcentre.storage.database;

import callcentre.storage.Table;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the transactions of the repositories have in common. */
public final class Transactions {

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private Transactions() {}

  /** A part of a transaction that cancels it unless the item exists. */
  public static TransactWriteItem mustExist(
      Database database, Table table, Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(database.name(table))
                .key(key)
                .conditionExpression("attribute_exists(#hash)")
                .expressionAttributeNames(Map.of("#hash", table.hashName()))
                .build())
        .build();
  }

  /** Whether the condition of this part, counted from 0, cancelled the transaction. */
  public static boolean conditionFailed(TransactionCanceledException cancelled, int part) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    return part < reasons.size() && CONDITION_FAILED.equals(reasons.get(part).code());
  }

  /** The stored item that a failed part met; empty unless the part asked for it. */
  public static Map<String, AttributeValue> storedItem(
      TransactionCanceledException cancelled, int part) {
    return cancelled.cancellationReasons().get(part).item();
  }
}
