package callcentre.storage.live;

import callcentre.domain.live.Delta;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Each topic's count and its deltas of the last {@link LiveLimits#DELTAS_KEPT}. Count and deltas
 * are one write: whoever reads a count finds every delta up to it, until they expire.
 */
public final class DeltaRepository {

  private static final String SEQ = "seq";

  /** Packs read at once when only the newest are wanted. */
  private static final int NEWEST_PACKS = 20;

  private final Database database;

  public DeltaRepository(Database database) {
    this.database = database;
  }

  /** How many deltas a topic has had, strongly consistent: 1 request. */
  public long count(Topic topic) {
    return database
        .get(Table.LIVE_CONNECTIONS, LiveKeys.counter(topic))
        .map(item -> item.number(SEQ))
        .orElse(0L);
  }

  /**
   * Appends rows to a topic's deltas: 2 requests per 300 KB, more when others append too.
   *
   * @param rows in the order of their deltas
   * @return their deltas in the same order; without gaps unless others appended meanwhile
   * @throws VersionConflictException when others were faster each time; the first rows may have
   *     been appended, and appending them again does no harm
   */
  public List<Delta> append(Topic topic, List<RowChange> rows, Instant now) {
    List<Delta> deltas = new ArrayList<>(rows.size());
    for (List<RowChange> group : DeltaPack.divide(rows)) {
      DeltaPack pack =
          database
              .conflicts()
              .run(() -> append(new DeltaPack(topic, count(topic) + 1, now, group)));
      deltas.addAll(pack.deltas());
    }
    return List.copyOf(deltas);
  }

  private DeltaPack append(DeltaPack pack) {
    Put.Builder counter =
        Put.builder()
            .tableName(database.name(Table.LIVE_CONNECTIONS))
            .item(counter(pack.topic(), pack.lastSeq()));
    if (pack.firstSeq() == 1) {
      counter
          .conditionExpression("attribute_not_exists(#seq)")
          .expressionAttributeNames(Map.of("#seq", SEQ));
    } else {
      counter
          .conditionExpression("#seq = :seen")
          .expressionAttributeNames(Map.of("#seq", SEQ))
          .expressionAttributeValues(
              Map.of(":seen", AttributeValue.fromN(Long.toString(pack.firstSeq() - 1))));
    }
    Put deltas =
        Put.builder()
            .tableName(database.name(Table.LIVE_CONNECTIONS))
            .item(pack.write(pack.at().plus(LiveLimits.DELTAS_KEPT)))
            .build();
    try {
      database
          .client()
          .transactWriteItems(
              request ->
                  request.transactItems(
                      TransactWriteItem.builder().put(counter.build()).build(),
                      TransactWriteItem.builder().put(deltas).build()));
      return pack;
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)) {
        throw new VersionConflictException(Table.LIVE_CONNECTIONS);
      }
      throw cancelled;
    }
  }

  /**
   * The deltas that followed one, strongly consistent: 1 request, and 1 per megabyte of deltas.
   *
   * @param seq 0 for all from the first on
   * @param most when there were more, they are not read
   * @return empty when they are not all here any more, are more, or the topic has never counted as
   *     far as that
   */
  public Optional<List<Delta>> since(Topic topic, long seq, int most) {
    long count = count(topic);
    if (seq < 0 || seq > count || count - seq > most) {
      return Optional.empty();
    }
    if (seq == count) {
      return Optional.of(List.of());
    }
    List<Delta> deltas = new ArrayList<>();
    long reached = seq;
    for (DeltaPack pack : packsAfter(topic, seq)) {
      if (pack.firstSeq() > reached + 1) {
        return Optional.empty();
      }
      pack.deltas().stream().filter(delta -> delta.seq() > seq).forEach(deltas::add);
      reached = pack.lastSeq();
    }
    return reached < count ? Optional.empty() : Optional.of(List.copyOf(deltas));
  }

  /**
   * The newest deltas of a topic in order of their count, strongly consistent: 1 request per 20
   * packs.
   *
   * @param from those published since then
   */
  public List<Delta> recent(Topic topic, Instant from) {
    List<DeltaPack> packs = new ArrayList<>();
    Optional<PageKey> start = Optional.empty();
    do {
      QueryRequest.Builder query = all(topic).consistentRead(true).scanIndexForward(false);
      Page<ItemReader> page =
          database.queryPage(
              Table.LIVE_CONNECTIONS,
              query,
              Table.LIVE_CONNECTIONS.keyNames(),
              NEWEST_PACKS,
              start);
      page.items().forEach(item -> packs.add(DeltaPack.read(topic, item)));
      start = page.next();
    } while (start.isPresent() && !packs.getLast().at().isBefore(from));
    return packs.reversed().stream()
        .filter(pack -> !pack.at().isBefore(from))
        .flatMap(pack -> pack.deltas().stream())
        .toList();
  }

  private List<DeltaPack> packsAfter(Topic topic, long seq) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(database.name(Table.LIVE_CONNECTIONS))
            .keyConditionExpression("#topic = :topic AND #member > :seq")
            .expressionAttributeNames(
                Map.of("#topic", Table.LIVE_CONNECTIONS.hashName(), "#member", LiveKeys.MEMBER))
            .expressionAttributeValues(
                Map.of(
                    ":topic", AttributeValue.fromS(LiveKeys.deltas(topic)),
                    ":seq", AttributeValue.fromS(LiveKeys.seq(seq))))
            .consistentRead(true)
            .build();
    return database.client().queryPaginator(query).items().stream()
        .map(item -> DeltaPack.read(topic, new ItemReader(Table.LIVE_CONNECTIONS, item)))
        .toList();
  }

  private QueryRequest.Builder all(Topic topic) {
    return QueryRequest.builder()
        .tableName(database.name(Table.LIVE_CONNECTIONS))
        .keyConditionExpression("#topic = :topic")
        .expressionAttributeNames(Map.of("#topic", Table.LIVE_CONNECTIONS.hashName()))
        .expressionAttributeValues(Map.of(":topic", AttributeValue.fromS(LiveKeys.deltas(topic))));
  }

  private Map<String, AttributeValue> counter(Topic topic, long seq) {
    return LiveKeys.item(LiveKeys.counter(topic)).number(SEQ, seq).build();
  }
}
