package callcentre.storage.events;

import callcentre.domain.calls.CallId;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Table {@code call_events}: every webhook event once, however often it is delivered. */
public final class CallEventRepository {

  private final Database database;

  public CallEventRepository(Database database) {
    this.database = database;
  }

  /**
   * Keeps an event: 1 request.
   *
   * @return false when it was there already; nothing was changed then
   * @throws software.amazon.awssdk.core.exception.SdkException when the table did not take it
   */
  public boolean store(StoredEvent event) {
    Map<String, AttributeValue> item = EventItems.write(event);
    try {
      database
          .client()
          .putItem(
              request ->
                  request
                      .tableName(database.name(Table.CALL_EVENTS))
                      .item(item)
                      .conditionExpression("attribute_not_exists(#hash)")
                      .expressionAttributeNames(Map.of("#hash", Table.CALL_EVENTS.hashName())));
      return true;
    } catch (ConditionalCheckFailedException known) {
      // Delivered twice, or our own first attempt whose answer was lost.
      return false;
    }
  }

  /** The believed events of a call in order of their time: 1 request. */
  public List<StoredEvent> ofCall(CallId call) {
    return rowsOfCall(call).stream().map(EventRow::event).toList();
  }

  /** The believed events of a call in order of their time, with their standing: 1 request. */
  public List<EventRow> rowsOfCall(CallId call) {
    return database.queryAll(Table.CALL_EVENTS, call.value()).stream()
        .map(EventItems::read)
        .toList();
  }

  /** All events that name a call, those in quarantine last: 2 requests. */
  public List<EventRow> rowsNaming(CallId call) {
    return Stream.concat(
            rowsOfCall(call).stream(),
            database.queryAll(Table.CALL_EVENTS, EventKeys.QUARANTINE + call.value()).stream()
                .map(EventItems::read))
        .toList();
  }

  /** An event: 1 request. */
  public Optional<EventRow> find(EventId id) {
    return database.get(Table.CALL_EVENTS, id.key()).map(EventItems::read);
  }

  /**
   * An event as a stream brings it.
   *
   * @throws RuntimeException when the item is none that {@link #store} writes
   */
  public static EventRow read(Map<String, AttributeValue> image) {
    return EventItems.read(new ItemReader(Table.CALL_EVENTS, image));
  }

  /**
   * Says of an event whether it could be used: 1 request, none when that is said already. An event
   * that expired meanwhile does not come back.
   *
   * @param reason why it could not
   */
  public void judge(EventRow row, EventStanding standing, Optional<String> reason) {
    if (row.stands(standing, reason)) {
      return;
    }
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":status", AttributeValue.fromS(standing.wireName()));
    reason.ifPresent(why -> values.put(":reason", AttributeValue.fromS(why)));
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(database.name(Table.CALL_EVENTS))
            .key(row.id().key())
            .conditionExpression("attribute_exists(#hash)")
            .updateExpression(judgement(standing, reason.isPresent()))
            .expressionAttributeNames(
                Map.of(
                    "#hash", Table.CALL_EVENTS.hashName(),
                    "#status", EventItems.STATUS,
                    "#waiting", EventItems.WAITING,
                    "#reason", EventItems.REASON))
            .expressionAttributeValues(values)
            .build();
    try {
      database.client().updateItem(request);
    } catch (ConditionalCheckFailedException expired) {
      // Nobody can see or replay it any more, so nothing has to be said of it.
    }
  }

  /** What waits for nobody leaves the index of what waits. */
  private static String judgement(EventStanding standing, boolean hasReason) {
    boolean waits = EventItems.waiting(standing).isPresent();
    List<String> set = new ArrayList<>(List.of("#status = :status"));
    List<String> remove = new ArrayList<>();
    (waits ? set : remove).add(waits ? "#waiting = :status" : "#waiting");
    (hasReason ? set : remove).add(hasReason ? "#reason = :reason" : "#reason");
    String expression = "SET " + String.join(", ", set);
    return remove.isEmpty() ? expression : expression + " REMOVE " + String.join(", ", remove);
  }

  /**
   * Believes a quarantined event from now on: it stands under its call as if it had come with the
   * account's key. 2 requests; should the second fail, the same call again ends the work.
   *
   * @return the event as it stands now
   * @throws IllegalArgumentException when it is not quarantined
   */
  public EventRow release(EventRow quarantined) {
    if (quarantined.event().standing() != EventStanding.QUARANTINED) {
      throw new IllegalArgumentException("the event is not quarantined: " + quarantined.id());
    }
    StoredEvent believed = quarantined.event().standing(EventStanding.RECEIVED);
    store(believed);
    database
        .client()
        .deleteItem(
            request ->
                request.tableName(database.name(Table.CALL_EVENTS)).key(quarantined.id().key()));
    return EventRow.of(believed);
  }
}
