package callcentre.storage.live;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Which connections hear which topics. */
public final class SubscriptionRepository {

  private static final Map<String, String> NAMES =
      Map.of("#hash", Table.LIVE_CONNECTIONS.hashName(), "#topics", LiveItems.TOPICS);

  private final Database database;

  public SubscriptionRepository(Database database) {
    this.database = database;
  }

  /**
   * Subscribes a connection, again if it is subscribed: 1 request.
   *
   * @return false when the connection is forgotten; nothing was written
   */
  public boolean put(Subscription subscription) {
    TransactWriteItem connection =
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(database.name(Table.LIVE_CONNECTIONS))
                    .key(LiveKeys.connection(subscription.connection()))
                    .updateExpression("ADD #topics :topic")
                    .conditionExpression("attribute_exists(#hash)")
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(topic(subscription.topic()))
                    .build())
            .build();
    TransactWriteItem own =
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(database.name(Table.LIVE_CONNECTIONS))
                    .item(LiveItems.write(subscription))
                    .build())
            .build();
    return database
        .conflicts()
        .run(
            () -> {
              try {
                database
                    .client()
                    .transactWriteItems(request -> request.transactItems(connection, own));
                return true;
              } catch (TransactionCanceledException cancelled) {
                if (Transactions.conditionFailed(cancelled, 0)) {
                  return false;
                }
                throw cancelled;
              }
            });
  }

  /** A connection's subscription to a topic, strongly consistent: 1 request. */
  public Optional<Subscription> find(Topic topic, ConnectionId connection) {
    return database
        .get(Table.LIVE_CONNECTIONS, LiveKeys.subscription(topic, connection))
        .map(item -> LiveItems.readSubscription(topic, item));
  }

  /** Ends a subscription; the connection stands: 2 requests. */
  public void remove(Topic topic, ConnectionId connection) {
    database
        .client()
        .deleteItem(
            request ->
                request
                    .tableName(database.name(Table.LIVE_CONNECTIONS))
                    .key(LiveKeys.subscription(topic, connection)));
    try {
      database
          .client()
          .updateItem(
              request ->
                  request
                      .tableName(database.name(Table.LIVE_CONNECTIONS))
                      .key(LiveKeys.connection(connection))
                      .updateExpression("DELETE #topics :topic")
                      .conditionExpression("attribute_exists(#hash)")
                      .expressionAttributeNames(NAMES)
                      .expressionAttributeValues(topic(topic)));
    } catch (ConditionalCheckFailedException forgotten) {
      // Then nobody lists its topics any more.
    }
  }

  /**
   * Everybody who hears a topic, strongly consistent, in order of the connections: 1 request per
   * megabyte, some 6,000 subscriptions. Those of ended connections are among them until they are
   * forgotten.
   */
  public List<Subscription> of(Topic topic) {
    return database.queryAll(Table.LIVE_CONNECTIONS, topic.wireName()).stream()
        .map(item -> LiveItems.readSubscription(topic, item))
        .toList();
  }

  private static Map<String, AttributeValue> topic(Topic topic) {
    return Map.of(":topic", AttributeValue.fromSs(List.of(topic.wireName())));
  }
}
