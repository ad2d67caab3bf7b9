package callcentre.storage.links;

import callcentre.storage.Versioned;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One part of what changes together. */
record Write(TransactWriteItem part) {

  static Write put(Put put) {
    return new Write(TransactWriteItem.builder().put(put).build());
  }

  /** An item beside a row; the row's own condition guards it. */
  static Write companion(Shelf<?, ?> shelf, String id, ItemWriter item) {
    return put(
        Put.builder()
            .tableName(shelf.tableName())
            .item(
                item.all(shelf.kind().table().key(id))
                    .number(VersionedRows.SCHEMA_VERSION, shelf.kind().schemaVersion())
                    .build())
            .build());
  }

  static Write delete(Shelf<?, ?> shelf, String id) {
    return new Write(
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(shelf.tableName())
                    .key(shelf.kind().table().key(id))
                    .build())
            .build());
  }

  /**
   * A pair that was looked at and is not changed: whoever changes it meanwhile decides on other
   * candidates, so one of the two must try again.
   */
  static Write unchanged(Shelf<?, ?> shelf, String id, Optional<? extends Versioned<?>> seen) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(shelf.tableName())
            .key(shelf.kind().table().key(id))
            .expressionAttributeNames(Map.of("#version", VersionedRows.VERSION));
    if (seen.isEmpty()) {
      check.conditionExpression("attribute_not_exists(#version)");
    } else {
      check
          .conditionExpression("#version = :seen")
          .expressionAttributeValues(
              new ItemWriter().number(":seen", seen.get().version()).build());
    }
    return new Write(TransactWriteItem.builder().conditionCheck(check.build()).build());
  }

  /** The put that may be sent alone: a row that changes without anything beside it. */
  Optional<Put> alone() {
    return Optional.ofNullable(part.put()).filter(put -> put.conditionExpression() != null);
  }
}
