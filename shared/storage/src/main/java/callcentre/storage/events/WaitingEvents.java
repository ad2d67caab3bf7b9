package callcentre.storage.events;

import callcentre.storage.Table;
import callcentre.storage.database.Database;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Counts the events of {@code call_events} that wait for somebody. */
public final class WaitingEvents {

  private final Database database;

  public WaitingEvents(Database database) {
    this.database = database;
  }

  /**
   * How many events have this standing: 1 request per megabyte of the index, which lags by a
   * moment.
   *
   * @param standing not {@link EventStanding#RECEIVED}: those wait for nobody
   * @param most where counting ends
   */
  public int count(EventStanding standing, int most) {
    int count = 0;
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryRequest.Builder query =
          QueryRequest.builder()
              .tableName(database.name(Table.CALL_EVENTS))
              .indexName("by_waiting")
              .keyConditionExpression("#waiting = :waiting")
              .expressionAttributeNames(Map.of("#waiting", EventItems.WAITING))
              .expressionAttributeValues(
                  Map.of(":waiting", AttributeValue.fromS(standing.wireName())))
              .select(Select.COUNT);
      query.exclusiveStartKey(start.isEmpty() ? null : start);
      QueryResponse answer = database.client().query(query.build());
      count += answer.count();
      start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (count < most && !start.isEmpty());
    return Math.min(count, most);
  }
}
