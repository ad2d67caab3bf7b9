package callcentre.storage.events;

import callcentre.domain.events.WebhookState;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Item {@code webhooks} of table {@code sync_state}: whether the provider calls us at all. */
public final class WebhookStateRepository {

  private static final String TRIED_AT = "tried_at";
  private static final String HEARD_AT = "heard_at";

  /** The newest first. */
  private static final List<String> ENDED = List.of("ended_by", "ended_before", "ended_earlier");

  private static final int SCHEMA_VERSION = 1;

  private final Database database;

  public WebhookStateRepository(Database database) {
    this.database = database;
  }

  /** What is known, strongly consistent: 1 request. */
  public WebhookState find() {
    Optional<ItemReader> item = database.get(Table.SYNC_STATE, key());
    return new WebhookState(
        item.flatMap(found -> found.findMillis(TRIED_AT)),
        item.flatMap(found -> found.findMillis(HEARD_AT)),
        item.stream()
            .flatMap(found -> ENDED.stream().flatMap(name -> found.findMillis(name).stream()))
            .distinct()
            .toList());
  }

  /** Notes that somebody tried the address: 1 request. A later time that is noted stays. */
  public void tried(Instant at) {
    note(TRIED_AT, at);
  }

  /** Notes that an event came: 1 request. A later time that is noted stays. */
  public void heard(Instant at) {
    note(HEARD_AT, at);
  }

  /** Notes that calls are over: 1 request. Later times that are noted stay. */
  public void ended(Instant by) {
    note(
        ENDED.getFirst(),
        by,
        ", ended_earlier = if_not_exists(ended_before, :at)"
            + ", ended_before = if_not_exists(#at, :at)");
  }

  private void note(String name, Instant at) {
    note(name, at, "");
  }

  private void note(String name, Instant at, String more) {
    Map<String, AttributeValue> values =
        new ItemWriter().millis(":at", at).number(":schema", SCHEMA_VERSION).build();
    try {
      database
          .client()
          .updateItem(
              request ->
                  request
                      .tableName(database.name(Table.SYNC_STATE))
                      .key(key())
                      .updateExpression("SET #at = :at, #schema = :schema" + more)
                      .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                      .expressionAttributeNames(
                          Map.of("#at", name, "#schema", VersionedRows.SCHEMA_VERSION))
                      .expressionAttributeValues(values));
    } catch (ConditionalCheckFailedException later) {
      // Another process noted a later time.
    }
  }

  private static Map<String, AttributeValue> key() {
    return Table.SYNC_STATE.key("webhooks");
  }
}
