package callcentre.storage.database;

import callcentre.storage.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The one form of query that most lists have. */
final class Queries {

  private Queries() {}

  /** Everything under one hash key. */
  static QueryRequest.Builder of(String tableName, Table table, String hash) {
    return QueryRequest.builder()
        .tableName(tableName)
        .keyConditionExpression("#hash = :hash")
        .expressionAttributeNames(Map.of("#hash", table.hashName()))
        .expressionAttributeValues(Map.of(":hash", AttributeValue.fromS(hash)));
  }
}
