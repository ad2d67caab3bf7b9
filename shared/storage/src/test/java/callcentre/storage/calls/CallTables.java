package callcentre.storage.calls;

import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table of calls holds, in a form that two tables can be compared by. */
final class CallTables {

  private CallTables() {}

  /**
   * Every item by its id, without how often it was written, and without pairs in which nobody is
   * left.
   */
  static Map<String, Map<String, AttributeValue>> items(TestStore store) {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    String table = store.database().name(Table.CALL_HISTORY);
    store
        .database()
        .client()
        .scanPaginator(request -> request.tableName(table).consistentRead(true))
        .items()
        .forEach(
            item -> {
              AttributeValue entries = item.get("entries");
              if (entries == null || !entries.m().isEmpty()) {
                Map<String, AttributeValue> known = new HashMap<>(item);
                known.remove("version");
                items.put(item.get("id").s(), known);
              }
            });
    return items;
  }
}
