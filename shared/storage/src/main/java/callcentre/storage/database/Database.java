package callcentre.storage.database;

import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A stage's tables behind one client: what every repository needs. There is no Scan here.
 *
 * <p>Making it costs nothing and reads no configuration; both suppliers are asked at use.
 */
public final class Database {

  private final Supplier<DynamoDbClient> client;
  private final Supplier<Tables> tables;
  private final ConflictRetry conflicts;

  /**
   * The tables of a stage.
   *
   * @param client for example {@code AwsClients.ofProcess()::dynamoDb}
   * @param tables the stage's names; may throw when the stage is not configured
   */
  public Database(Supplier<DynamoDbClient> client, Supplier<Tables> tables) {
    this(client, tables, ConflictRetry.standard());
  }

  public Database(
      Supplier<DynamoDbClient> client, Supplier<Tables> tables, ConflictRetry conflicts) {
    this.client = client;
    this.tables = tables;
    this.conflicts = conflicts;
  }

  public DynamoDbClient client() {
    return client.get();
  }

  /** The table's name in this stage. */
  public String name(Table table) {
    return tables.get().name(table);
  }

  /** How repositories repeat what met a conflict. */
  public ConflictRetry conflicts() {
    return conflicts;
  }

  /** A strongly consistent read of one item: 1 request. */
  public Optional<ItemReader> get(Table table, Map<String, AttributeValue> key) {
    return get(table, key, true);
  }

  /**
   * One item: 1 request.
   *
   * @param consistent false for half the price where a value of a moment ago serves as well
   */
  public Optional<ItemReader> get(
      Table table, Map<String, AttributeValue> key, boolean consistent) {
    GetItemResponse answer =
        client()
            .getItem(
                GetItemRequest.builder()
                    .tableName(name(table))
                    .key(key)
                    .consistentRead(consistent)
                    .build());
    return answer.hasItem() ? Optional.of(new ItemReader(table, answer.item())) : Optional.empty();
  }

  /**
   * Items by their keys, strongly consistent and in no order; what does not exist is left out. 1
   * request per 100 keys, more when DynamoDB leaves some unprocessed.
   *
   * @param keys each once
   * @throws ThrottledException when DynamoDB keeps leaving some unprocessed
   */
  public List<ItemReader> getAll(Table table, Collection<Map<String, AttributeValue>> keys) {
    return new Batches(this).get(table, keys);
  }

  /**
   * Writes many items without conditions, each item once: 1 request per 25.
   *
   * @throws ThrottledException when DynamoDB keeps leaving some unprocessed; what was written stays
   */
  public void writeAll(Table table, Collection<WriteRequest> writes) {
    new Batches(this).write(table, writes);
  }

  /**
   * Every item under a hash key, in order of the range key, strongly consistent: 1 request per
   * megabyte.
   */
  public List<ItemReader> queryAll(Table table, String hash) {
    List<ItemReader> found = new ArrayList<>();
    QueryRequest.Builder query = Queries.of(name(table), table, hash).consistentRead(true);
    client()
        .queryPaginator(query.build())
        .items()
        .forEach(item -> found.add(new ItemReader(table, item)));
    return found;
  }

  /**
   * A page of the items under a hash key; 1 request unless the page exceeds a megabyte.
   *
   * @param limit 1 or more
   * @param from the {@link Page#next()} of the page before
   */
  public Page<ItemReader> queryPage(
      Table table, String hash, int limit, Optional<PageKey> from, Order order) {
    QueryRequest.Builder query =
        Queries.of(name(table), table, hash).scanIndexForward(order == Order.ASCENDING);
    return queryPage(table, query, table.keyNames(), limit, from);
  }

  /**
   * A page of what a query finds. One row more than asked for is read, so that the last page has no
   * {@link Page#next()} that leads to nothing.
   *
   * @param query without limit and start
   * @param keyNames the key attributes of the table and of the index that the query reads
   */
  public Page<ItemReader> queryPage(
      Table table,
      QueryRequest.Builder query,
      Collection<String> keyNames,
      int limit,
      Optional<PageKey> from) {
    List<Map<String, AttributeValue>> items = new ArrayList<>(limit + 1);
    Map<String, AttributeValue> start = from.map(PageKey::startKey).orElse(Map.of());
    do {
      query.limit(limit + 1 - items.size());
      query.exclusiveStartKey(start.isEmpty() ? null : start);
      QueryResponse answer = client().query(query.build());
      items.addAll(answer.items());
      start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (items.size() <= limit && !start.isEmpty());
    boolean more = items.size() > limit;
    List<Map<String, AttributeValue>> page = more ? items.subList(0, limit) : items;
    return new Page<>(
        page.stream().map(item -> new ItemReader(table, item)).toList(),
        more ? Optional.of(PageKey.of(page.getLast(), keyNames)) : Optional.empty());
  }
}
