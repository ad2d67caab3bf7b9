package callcentre.storage.database;

import callcentre.storage.Table;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The condition under which a row is written in place of the one that was read. */
final class VersionCondition {

  private static final Map<String, String> NAMES =
      Map.of("#version", VersionedRows.VERSION, "#schema", VersionedRows.SCHEMA_VERSION);

  private VersionCondition() {}

  /**
   * Completes a write.
   *
   * @param seen the version that was read; empty when there was no row
   * @param schemaVersion the newest form of a row that may be overwritten
   */
  static Put on(Put.Builder write, Table table, Optional<Long> seen, int schemaVersion) {
    if (seen.isEmpty()) {
      return write
          .conditionExpression("attribute_not_exists(#hash)")
          .expressionAttributeNames(Map.of("#hash", table.hashName()))
          .build();
    }
    return write
        .conditionExpression("#version = :seen AND #schema <= :schema")
        .expressionAttributeNames(NAMES)
        .expressionAttributeValues(
            new ItemWriter().number(":seen", seen.get()).number(":schema", schemaVersion).build())
        .build();
  }
}
