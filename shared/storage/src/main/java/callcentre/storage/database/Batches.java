package callcentre.storage.database;

import callcentre.storage.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Many items of one table in few requests. DynamoDB may leave a part of a batch unprocessed, which
 * is not an error to the SDK; it is sent again until it is done, with pauses.
 */
final class Batches {

  /** BatchGetItem takes at most this many keys (DynamoDB API reference). */
  private static final int KEYS = 100;

  /** BatchWriteItem takes at most this many writes (DynamoDB API reference). */
  private static final int WRITES = 25;

  private final Database database;

  Batches(Database database) {
    this.database = database;
  }

  List<ItemReader> get(Table table, Collection<Map<String, AttributeValue>> keys) {
    String name = database.name(table);
    List<ItemReader> found = new ArrayList<>(keys.size());
    List<Map<String, AttributeValue>> open = new ArrayList<>(keys);
    int throttled = 0;
    while (!open.isEmpty()) {
      List<Map<String, AttributeValue>> batch = takeFirst(open, KEYS);
      Map<String, KeysAndAttributes> wanted =
          Map.of(name, KeysAndAttributes.builder().keys(batch).consistentRead(true).build());
      BatchGetItemResponse answer =
          database.client().batchGetItem(request -> request.requestItems(wanted));
      answer
          .responses()
          .getOrDefault(name, List.of())
          .forEach(item -> found.add(new ItemReader(table, item)));
      KeysAndAttributes rest = answer.unprocessedKeys().get(name);
      if (rest != null && rest.hasKeys()) {
        open.addAll(rest.keys());
        throttled = waitUnlessTooOften(throttled + 1, table);
      } else {
        throttled = 0;
      }
    }
    return found;
  }

  void write(Table table, Collection<WriteRequest> writes) {
    String name = database.name(table);
    List<WriteRequest> open = new ArrayList<>(writes);
    int throttled = 0;
    while (!open.isEmpty()) {
      List<WriteRequest> batch = takeFirst(open, WRITES);
      BatchWriteItemResponse answer =
          database.client().batchWriteItem(request -> request.requestItems(Map.of(name, batch)));
      List<WriteRequest> rest = answer.unprocessedItems().getOrDefault(name, List.of());
      open.addAll(rest);
      throttled = rest.isEmpty() ? 0 : waitUnlessTooOften(throttled + 1, table);
    }
  }

  private int waitUnlessTooOften(int throttled, Table table) {
    if (throttled >= database.conflicts().attempts()) {
      throw new ThrottledException(table);
    }
    database.conflicts().waitAfter(throttled);
    return throttled;
  }

  private static <T> List<T> takeFirst(List<T> open, int most) {
    List<T> head = open.subList(0, Math.min(most, open.size()));
    List<T> taken = List.copyOf(head);
    head.clear();
    return taken;
  }
}
