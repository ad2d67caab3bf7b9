package callcentre.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class BatchesTest {

  private final Unprocessed unprocessed = new Unprocessed();
  private final TestStore store;
  private final Database database;

  BatchesTest(Cloud cloud) {
    store = TestStore.with(cloud, new ExecutionInterceptor[] {unprocessed}, Table.LEASES);
    database = store.database();
  }

  @Test
  void whatABatchLeavesUnprocessedIsReadAndWrittenAgain() {
    unprocessed.times.set(2);
    database.writeAll(Table.LEASES, writes(10));
    assertThat(store.requests().count("dynamodb.BatchWriteItem")).isEqualTo(3);

    unprocessed.times.set(2);
    assertThat(database.getAll(Table.LEASES, keys(10))).hasSize(10);
    assertThat(store.requests().count("dynamodb.BatchGetItem")).isEqualTo(3);
  }

  @Test
  void aTableThatProcessesNothingIsGivenUpAndSaidSo() {
    unprocessed.times.set(Integer.MAX_VALUE);

    assertThatThrownBy(() -> database.getAll(Table.LEASES, keys(3)))
        .isInstanceOf(ThrottledException.class)
        .hasMessageContaining("leases");
    assertThatThrownBy(() -> database.writeAll(Table.LEASES, writes(3)))
        .isInstanceOf(ThrottledException.class);
  }

  private static List<Map<String, AttributeValue>> keys(int count) {
    return IntStream.range(0, count).mapToObj(index -> Table.LEASES.key("l" + index)).toList();
  }

  private static List<WriteRequest> writes(int count) {
    return keys(count).stream()
        .map(key -> WriteRequest.builder().putRequest(put -> put.item(key)).build())
        .toList();
  }

  /** Answers batches as a busy table does, which the embedded engine never is. */
  private static final class Unprocessed implements ExecutionInterceptor {

    private final AtomicInteger times = new AtomicInteger();

    @Override
    public SdkResponse modifyResponse(
        Context.ModifyResponse context, ExecutionAttributes attributes) {
      return switch (context.response()) {
        case BatchGetItemResponse read when strikes() -> withoutItems(read);
        case BatchWriteItemResponse written when strikes() ->
            written.toBuilder()
                .unprocessedItems(((BatchWriteItemRequest) context.request()).requestItems())
                .build();
        default -> context.response();
      };
    }

    private boolean strikes() {
      return times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static BatchGetItemResponse withoutItems(BatchGetItemResponse read) {
      Map.Entry<String, List<Map<String, AttributeValue>>> table =
          read.responses().entrySet().iterator().next();
      List<Map<String, AttributeValue>> keys =
          table.getValue().isEmpty() ? keys(3) : table.getValue();
      return read.toBuilder()
          .responses(Map.of(table.getKey(), List.of()))
          .unprocessedKeys(Map.of(table.getKey(), KeysAndAttributes.builder().keys(keys).build()))
          .build();
    }
  }
}
