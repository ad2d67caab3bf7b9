package callcentre.benchmarks;

import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.calls.CallFact;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls merged and stored in a second, beside a loop that only puts the same items. */
public final class StoredRows {

  /** As many as a page of the journal has at most (MightyCall reference 2.4). */
  private static final int PAGE = 1_000;

  private static final int WARM_UP = 500;

  /** A larger page can outlast a request's time on a busy machine. */
  private static final int ITEMS_AT_ONCE = 100;

  private final RequestCounter requests = new RequestCounter();
  private final HistoryGate gate = new HistoryGate(InstantSource.fixed(CallsOfACentre.LATER));
  private final Database database;

  private StoredRows(Cloud cloud) {
    String stage = cloud.newStage();
    TemplateTables.create(cloud, stage, Table.CALL_HISTORY.baseName());
    database = new Database(cloud.clients(requests)::dynamoDb, () -> new Tables(stage));
  }

  /**
   * @param arguments the number of calls of each row
   */
  public static void main(String[] arguments) {
    int calls = Integer.parseInt(arguments[0]);
    try (Cloud cloud = Cloud.start()) {
      CallsOfACentre warmUp = new CallsOfACentre(WARM_UP, 1);
      StoredRows warm = new StoredRows(cloud);
      warm.store(warmUp.journal(false));
      warm.store(warmUp.listed());
      new StoredRows(cloud).putItems(warm.items());
      measure(cloud, new CallsOfACentre(calls, 2));
    }
    // The embedded services keep threads that are not daemons.
    System.exit(0);
  }

  private static void measure(Cloud cloud, CallsOfACentre calls) {
    System.out.printf("%-44s %9s %9s %10s  %s%n", "", "facts", "a second", "requests", "outcomes");
    StoredRows named = new StoredRows(cloud);
    named.report("journal, new, with GUIDs", calls.journal(true));
    List<Map<String, AttributeValue>> items = named.items();
    new StoredRows(cloud).reportPuts("the same items by bare PutItem", items);
    named.report("calls, merged into these rows", calls.listed());
    named.report("calls again, unchanged", calls.listed());
    StoredRows matched = new StoredRows(cloud);
    matched.report("journal, new, without GUIDs", calls.journal(false));
    items = matched.items();
    new StoredRows(cloud).reportPuts("the same items by bare PutItem", items);
    matched.report("calls, matched with these rows", calls.listed());
  }

  private void report(String name, List<CallFact> facts) {
    requests.reset();
    long begun = System.nanoTime();
    Map<StoreOutcome, Integer> outcomes = store(facts);
    print(name, facts.size(), System.nanoTime() - begun, outcomes.toString());
  }

  private void reportPuts(String name, List<Map<String, AttributeValue>> items) {
    requests.reset();
    long begun = System.nanoTime();
    putItems(items);
    print(name, items.size(), System.nanoTime() - begun, "{ITEMS=" + items.size() + "}");
  }

  private void print(String name, int count, long nanos, String outcomes) {
    System.out.printf(
        "%-44s %,9d %,9.0f %,10d  %s%n",
        name, count, count * 1e9 / nanos, requests.total(), outcomes);
  }

  private Map<StoreOutcome, Integer> store(List<CallFact> facts) {
    CallStore store = new CallStore(database, Retention::forEver);
    List<Admitted<CallFact>> admitted = gate.calls(facts).admitted();
    Map<StoreOutcome, Integer> outcomes = new EnumMap<>(StoreOutcome.class);
    for (int from = 0; from < admitted.size(); from += PAGE) {
      store
          .store(admitted.subList(from, Math.min(admitted.size(), from + PAGE)))
          .forEach(result -> outcomes.merge(result.outcome(), 1, Integer::sum));
    }
    return outcomes;
  }

  private void putItems(List<Map<String, AttributeValue>> items) {
    String table = database.name(Table.CALL_HISTORY);
    for (Map<String, AttributeValue> item : items) {
      database.client().putItem(request -> request.tableName(table).item(item));
    }
  }

  private List<Map<String, AttributeValue>> items() {
    String table = database.name(Table.CALL_HISTORY);
    return database
        .client()
        .scanPaginator(request -> request.tableName(table).limit(ITEMS_AT_ONCE))
        .items()
        .stream()
        .toList();
  }
}
