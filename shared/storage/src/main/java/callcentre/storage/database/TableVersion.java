package callcentre.storage.database;

import callcentre.storage.Table;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * An item that counts the writes to a table. Who read the table under a version can write on
 * condition that nothing in it changed since.
 *
 * @param key the item's own key
 */
public record TableVersion(Database database, Table table, Map<String, AttributeValue> key) {

  private static final int SCHEMA_VERSION = 1;

  /** The version now, strongly consistent: 1 request; 0 before the first write. */
  public long read() {
    return database.get(table, key).map(item -> item.number(VersionedRows.VERSION)).orElse(0L);
  }

  /** The part of a transaction that counts one more write. */
  public TransactWriteItem countUp() {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(database.name(table))
                .key(key)
                .updateExpression("ADD #version :one SET #schema = :schema")
                .expressionAttributeNames(
                    Map.of(
                        "#version", VersionedRows.VERSION, "#schema", VersionedRows.SCHEMA_VERSION))
                .expressionAttributeValues(
                    new ItemWriter().number(":one", 1).number(":schema", SCHEMA_VERSION).build())
                .build())
        .build();
  }

  /**
   * The part of a transaction that counts one more write, and cancels it when anything was written
   * since: a transaction may name an item once only, so {@link #countUp} and {@link #mustStillBe}
   * do not go together.
   */
  public TransactWriteItem countUpFrom(long version) {
    Update counted = countUp().update();
    Map<String, AttributeValue> values = new HashMap<>(counted.expressionAttributeValues());
    if (version > 0) {
      values.put(":seen", AttributeValue.fromN(Long.toString(version)));
    }
    return TransactWriteItem.builder()
        .update(
            counted.toBuilder()
                .conditionExpression(
                    version == 0 ? "attribute_not_exists(#version)" : "#version = :seen")
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  /** The part of a transaction that cancels it when anything was written since. */
  public TransactWriteItem mustStillBe(long version) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(database.name(table))
            .key(key)
            .expressionAttributeNames(Map.of("#version", VersionedRows.VERSION));
    return TransactWriteItem.builder()
        .conditionCheck(
            version == 0
                ? check.conditionExpression("attribute_not_exists(#version)").build()
                : check
                    .conditionExpression("#version = :seen")
                    .expressionAttributeValues(new ItemWriter().number(":seen", version).build())
                    .build())
        .build();
  }
}
