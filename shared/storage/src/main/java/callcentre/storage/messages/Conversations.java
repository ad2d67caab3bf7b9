package callcentre.storage.messages;

import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.TimeKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Who writes with which of our numbers: each pair at its newest message that the reader may see. No
 * row keeps that, because it differs from reader to reader once a number changed its owner.
 */
public final class Conversations {

  /** Messages that are looked at for one page: {@code ROUNDS * A_ROUND}. */
  private static final int ROUNDS = 3;

  private static final int A_ROUND = 100;

  private final Database database;
  private final MessageLog log;

  public Conversations(Database database, MessageLog log) {
    this.database = database;
    this.log = log;
  }

  /** A business number and who writes with it. */
  private record Pair(PhoneNumber business, PhoneNumber client) {

    static Optional<Pair> of(LoggedMessage message) {
      return message
          .businessNumber()
          .flatMap(business -> message.client().phone().map(client -> new Pair(business, client)));
    }
  }

  /**
   * A page of newest messages, newest first, at most one for each pair of all pages: 2 to 6
   * requests for the first page. A further one asks for each pair whether it was on a page before:
   * 1 request each, 2 for those that were.
   *
   * @param limit 1 or more
   */
  public Page<LoggedMessage> page(MessageLogQuery query, int limit, Optional<PageKey> from) {
    Map<Pair, LoggedMessage> newest = new LinkedHashMap<>();
    Optional<PageKey> next = from;
    for (int round = 0; round < ROUNDS; round++) {
      Page<LoggedMessage> read = log.page(query, A_ROUND, next);
      next = read.next();
      for (LoggedMessage message : read.items()) {
        Pair.of(message).ifPresent(pair -> newest.putIfAbsent(pair, message));
        if (newest.size() == limit) {
          next = Optional.of(HistoryPages.keyOf(TimeKeys.of(message.at(), message.id())));
          break;
        }
      }
      if (newest.size() == limit || next.isEmpty()) {
        break;
      }
    }
    from.map(HistoryPages::positionOf)
        .ifPresent(above -> newest.keySet().removeIf(pair -> wasShown(pair, above, query)));
    return new Page<>(List.copyOf(newest.values()), next);
  }

  /** Whether the pair has a message at or above a position that the query lets through. */
  private boolean wasShown(Pair pair, String position, MessageLogQuery query) {
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryResponse answer = database.client().query(above(pair, position, query, start));
      List<String> ids = new ArrayList<>();
      answer.items().forEach(item -> ids.add(new ItemReader(Table.SMS_LOGS, item).text("id")));
      if (!ids.isEmpty() && log.rows(ids).values().stream().anyMatch(query::matches)) {
        return true;
      }
      start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (!start.isEmpty());
    return false;
  }

  private QueryRequest above(
      Pair pair, String position, MessageLogQuery query, Map<String, AttributeValue> start) {
    return QueryRequest.builder()
        .tableName(database.name(Table.SMS_LOGS))
        .indexName(MessageLanes.BY_THREAD.name())
        .keyConditionExpression("#thread = :thread AND #sent BETWEEN :position AND :to")
        .expressionAttributeNames(
            Map.of("#thread", MessageColumns.THREAD, "#sent", MessageColumns.SENT))
        .expressionAttributeValues(
            new ItemWriter()
                .text(":thread", MessageLanes.thread(pair.business(), pair.client()))
                .text(":position", position)
                .text(":to", TimeKeys.of(query.to(), "~"))
                .build())
        .limit(A_ROUND)
        .exclusiveStartKey(start.isEmpty() ? null : start)
        .build();
  }
}
