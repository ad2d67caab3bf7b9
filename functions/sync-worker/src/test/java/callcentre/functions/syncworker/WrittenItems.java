package callcentre.functions.syncworker;

import callcentre.storage.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Counts the items that clients write, by table; a condition that is only checked is none. */
public final class WrittenItems implements ExecutionInterceptor {

  private static final List<Table> HISTORY =
      List.of(Table.CALL_HISTORY, Table.VOICEMAIL_LOGS, Table.SMS_LOGS);

  private final Map<Table, Integer> counts = new EnumMap<>(Table.class);

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    tables(context.request()).forEach(this::count);
  }

  /** Items of calls, voicemails and messages since the last reset. */
  public synchronized int ofHistory() {
    return HISTORY.stream().mapToInt(table -> counts.getOrDefault(table, 0)).sum();
  }

  /** Items of all tables since the last reset. */
  public synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public synchronized void reset() {
    counts.clear();
  }

  private synchronized void count(String tableName) {
    for (Table table : Table.values()) {
      if (tableName.endsWith("-" + table.baseName())) {
        counts.merge(table, 1, Integer::sum);
      }
    }
  }

  private static Stream<String> tables(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(put.tableName());
      case UpdateItemRequest update -> Stream.of(update.tableName());
      case DeleteItemRequest delete -> Stream.of(delete.tableName());
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(WrittenItems::table).flatMap(Optional::stream);
      default -> Stream.empty();
    };
  }

  private static Optional<String> table(TransactWriteItem part) {
    if (part.put() != null) {
      return Optional.of(part.put().tableName());
    }
    if (part.update() != null) {
      return Optional.of(part.update().tableName());
    }
    return Optional.ofNullable(part.delete()).map(delete -> delete.tableName());
  }
}
