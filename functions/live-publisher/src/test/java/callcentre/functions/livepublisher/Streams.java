package callcentre.functions.livepublisher;

import callcentre.storage.Table;
import callcentre.storage.database.Database;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table's stream brings: found by looking at the table before and after. */
final class Streams {

  private final Database database;
  private int sequenceNumber;

  Streams(Database database) {
    this.database = database;
  }

  List<DynamodbStreamRecord> of(Table table, Runnable work) {
    Map<Object, Map<String, AttributeValue>> before = items(table);
    work.run();
    List<DynamodbStreamRecord> records = new ArrayList<>();
    items(table)
        .forEach(
            (key, item) -> {
              Map<String, AttributeValue> old = before.get(key);
              if (!item.equals(old)) {
                records.add(record(table, item, old));
              }
            });
    return records;
  }

  private DynamodbStreamRecord record(
      Table table, Map<String, AttributeValue> item, @Nullable Map<String, AttributeValue> old) {
    StreamRecord change = new StreamRecord();
    change.setKeys(keys(table, item));
    change.setNewImage(item);
    change.setOldImage(old);
    change.setSequenceNumber(Integer.toString(++sequenceNumber));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName(old == null ? "INSERT" : "MODIFY");
    record.setEventSourceARN(
        "arn:aws:dynamodb:us-east-1:000000000000:table/"
            + database.name(table)
            + "/stream/2026-11-21T00:00:00.000");
    record.setDynamodb(change);
    return record;
  }

  private static Map<String, AttributeValue> keys(Table table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> keys = new HashMap<>(item);
    keys.keySet()
        .removeIf(
            name ->
                !name.equals(table.hashName()) && table.rangeName().filter(name::equals).isEmpty());
    return keys;
  }

  private Map<Object, Map<String, AttributeValue>> items(Table table) {
    Map<Object, Map<String, AttributeValue>> items = new HashMap<>();
    database
        .client()
        .scanPaginator(request -> request.tableName(database.name(table)).consistentRead(true))
        .items()
        .forEach(
            item -> {
              Map<String, AttributeValue> streamed = streamed(item);
              items.put(keys(table, streamed), streamed);
            });
    return items;
  }

  private static Map<String, AttributeValue> streamed(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
    Map<String, AttributeValue> streamed = new HashMap<>();
    item.forEach((name, value) -> streamed.put(name, streamed(value)));
    return streamed;
  }

  private static AttributeValue streamed(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    return switch (value.type()) {
      case S -> new AttributeValue().withS(value.s());
      case N -> new AttributeValue().withN(value.n());
      case BOOL -> new AttributeValue().withBOOL(value.bool());
      case M -> new AttributeValue().withM(streamed(value.m()));
      case L -> new AttributeValue().withL(value.l().stream().map(Streams::streamed).toList());
      case SS -> new AttributeValue().withSS(value.ss());
      case NS -> new AttributeValue().withNS(value.ns());
      case B -> new AttributeValue().withB(value.b().asByteBuffer());
      case BS, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no table has an attribute like " + value);
    };
  }
}
