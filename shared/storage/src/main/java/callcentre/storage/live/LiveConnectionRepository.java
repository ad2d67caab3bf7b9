package callcentre.storage.live;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.Topic;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Open connections, and which of them are to be ended when. */
public final class LiveConnectionRepository {

  private final Database database;

  public LiveConnectionRepository(Database database) {
    this.database = database;
  }

  /** Keeps a connection that has just been opened: 1 request. */
  public void open(LiveConnection connection) {
    database
        .client()
        .transactWriteItems(
            request ->
                request.transactItems(
                    put(LiveItems.write(connection)), put(LiveItems.writeEnd(connection))));
  }

  /** A connection, strongly consistent: 1 request. */
  public Optional<LiveConnection> find(ConnectionId id) {
    return database
        .get(Table.LIVE_CONNECTIONS, LiveKeys.connection(id))
        .map(LiveItems::readConnection);
  }

  /**
   * Forgets a connection with its subscriptions: 2 requests, 1 when it is forgotten already. The
   * first one gives up the connection itself, and nobody can subscribe it after that; so no
   * subscription is overlooked.
   */
  public void forget(ConnectionId id) {
    Map<String, AttributeValue> gone =
        database
            .client()
            .deleteItem(
                request ->
                    request
                        .tableName(database.name(Table.LIVE_CONNECTIONS))
                        .key(LiveKeys.connection(id))
                        .returnValues(ReturnValue.ALL_OLD))
            .attributes();
    if (gone.isEmpty()) {
      return;
    }
    LiveConnection connection =
        LiveItems.readConnection(new ItemReader(Table.LIVE_CONNECTIONS, gone));
    List<WriteRequest> deletes = new ArrayList<>();
    deletes.add(delete(LiveKeys.expiring(connection.ends(), id)));
    for (Topic topic : connection.topics()) {
      deletes.add(delete(LiveKeys.subscription(topic, id)));
    }
    database.writeAll(Table.LIVE_CONNECTIONS, deletes);
  }

  /**
   * Connections whose end has come, the longest overdue first, strongly consistent: 1 request. What
   * is forgotten is no longer among them.
   *
   * @param most 1 or more
   */
  public List<LiveEnd> ended(Instant now, int most) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(database.name(Table.LIVE_CONNECTIONS))
            .keyConditionExpression("#topic = :expiring AND #member < :by")
            .expressionAttributeNames(
                Map.of("#topic", Table.LIVE_CONNECTIONS.hashName(), "#member", LiveKeys.MEMBER))
            .expressionAttributeValues(
                Map.of(
                    ":expiring", AttributeValue.fromS(LiveKeys.EXPIRING),
                    ":by", AttributeValue.fromS(LiveKeys.expiringBy(now))))
            .consistentRead(true)
            .limit(most)
            .build();
    return database.client().query(request).items().stream()
        .map(item -> LiveItems.readEnd(new ItemReader(Table.LIVE_CONNECTIONS, item)))
        .toList();
  }

  /**
   * Takes a connection off those that are to be ended, when nothing else is left of it: 1 request.
   */
  public void forget(LiveEnd end) {
    database
        .client()
        .deleteItem(
            request ->
                request
                    .tableName(database.name(Table.LIVE_CONNECTIONS))
                    .key(LiveKeys.expiring(end.at(), end.connection())));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(database.name(Table.LIVE_CONNECTIONS)).item(item).build())
        .build();
  }

  private static WriteRequest delete(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(request -> request.key(key)).build();
  }
}
