package callcentre.storage.usage;

import callcentre.domain.budget.BudgetWindow;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The conditional writes on the item of the budget, one request each. */
final class UsageUpdates {

  private static final int SCHEMA_VERSION = 1;

  private static final Map<String, String> NAMES =
      Map.of(
          "#hour", UsageItems.HOUR,
          "#used", UsageItems.USED,
          "#started", UsageItems.STARTED,
          "#closed", UsageItems.CLOSED,
          "#why", UsageItems.CLOSED_REASON,
          "#probe", UsageItems.PROBE,
          "#reopenings", UsageItems.REOPENINGS,
          "#schema", VersionedRows.SCHEMA_VERSION,
          "#version", VersionedRows.VERSION);

  private final Database database;
  private final Map<String, AttributeValue> key;

  UsageUpdates(Database database, Map<String, AttributeValue> key) {
    this.database = database;
    this.key = key;
  }

  /** The item that a failed condition was checked against; empty when there is none yet. */
  static Optional<ItemReader> itemOf(ConditionalCheckFailedException failed) {
    return failed.hasItem()
        ? Optional.of(new ItemReader(Table.PROVIDER_USAGE, failed.item()))
        : Optional.empty();
  }

  /**
   * Counts requests in an hour.
   *
   * @return all requests of the window
   * @throws ConditionalCheckFailedException with the item, when there is no room under the ceiling,
   *     the item is in another hour, or the terms are not met
   */
  int take(RequestClass requestClass, int requests, int ceiling, long hour, Terms terms) {
    int bucket = BudgetWindow.bucketOf(hour);
    Map<String, String> counters =
        Map.of(
            "#counter", UsageItems.hourCounter(bucket),
            "#class", UsageItems.classCounter(requestClass, bucket),
            "#day", UsageItems.dayCounter(UsageItems.dayOf(hour)));
    ItemWriter values =
        new ItemWriter()
            .number(":n", requests)
            .number(":hour", hour)
            .number(":most", (long) ceiling - requests);
    terms.addValues(values);
    Map<String, AttributeValue> changed =
        update(
            terms.change() + "ADD #used :n, #counter :n, #class :n, #day :n",
            "#hour = :hour AND #used <= :most AND " + terms.condition(),
            counters,
            values,
            request ->
                request
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD));
    return Math.toIntExact(new ItemReader(Table.PROVIDER_USAGE, changed).number(UsageItems.USED));
  }

  /** Makes the item, unless somebody has. */
  void start(long hour, Instant now) {
    succeeds(
        "SET #hour = :hour, #used = :zero, #started = :now, #schema = :schema",
        "attribute_not_exists(#hour)",
        Map.of(),
        new ItemWriter()
            .number(":hour", hour)
            .number(":zero", 0)
            .number(":schema", SCHEMA_VERSION)
            .millis(":now", now));
  }

  /**
   * Moves the item to a later hour and forgets the hours that leave its window, unless somebody
   * else has. The whole total is set anew: between reading and writing nobody may have counted.
   */
  void moveTo(long hour, ItemReader item, BudgetWindow window) {
    Map<String, String> leaving = new HashMap<>();
    for (String name : UsageItems.leaving(item, window, hour)) {
      leaving.put("#left" + leaving.size(), name);
    }
    String remove = leaving.isEmpty() ? "" : " REMOVE " + String.join(", ", leaving.keySet());
    succeeds(
        "SET #hour = :hour, #used = :left" + remove,
        "#hour = :old AND #used = :used",
        leaving,
        new ItemWriter()
            .number(":hour", hour)
            .number(":left", window.movedTo(hour).used())
            .number(":old", window.hour())
            .number(":used", item.number(UsageItems.USED)));
  }

  /** Marks the budget as closed; false when there is no item yet. */
  boolean close(String reason, Instant now, Instant nextProbeAt) {
    return succeeds(
        "SET #closed = if_not_exists(#closed, :now), #why = :why, #probe = :next",
        "attribute_exists(#hour)",
        Map.of(),
        new ItemWriter().millis(":now", now).text(":why", reason).millis(":next", nextProbeAt));
  }

  /** Opens the budget; false when the last probe is not this one. */
  boolean reopenAfterProbe(Instant claim) {
    return succeeds(
        "REMOVE #closed, #why, #probe",
        "#probe = :claim",
        Map.of(),
        new ItemWriter().millis(":claim", claim));
  }

  /** Opens the budget; false when it is not closed since that moment. */
  boolean reopen(List<ItemWriter> reopenings, Instant closedSince) {
    return succeeds(
        "SET #reopenings = :reopenings REMOVE #closed, #why, #probe",
        "#closed = :since",
        Map.of(),
        new ItemWriter().maps(":reopenings", reopenings).millis(":since", closedSince));
  }

  private boolean succeeds(
      String update, String condition, Map<String, String> moreNames, ItemWriter values) {
    try {
      update(update, condition, moreNames, values, request -> {});
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  private Map<String, AttributeValue> update(
      String change,
      String condition,
      Map<String, String> moreNames,
      ItemWriter values,
      Consumer<UpdateItemRequest.Builder> more) {
    // The live channel tells newer from older by it; nothing here is decided by it.
    String update = change + (change.contains("ADD ") ? ", " : " ADD ") + "#version :one";
    Map<String, String> names = new HashMap<>(NAMES);
    // DynamoDB refuses names that no expression uses.
    names.keySet().removeIf(name -> !update.contains(name) && !condition.contains(name));
    names.putAll(moreNames);
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(database.name(Table.PROVIDER_USAGE))
            .key(key)
            .updateExpression(update)
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values.number(":one", 1).build());
    more.accept(request);
    return database.client().updateItem(request.build()).attributes();
  }
}
