package callcentre.functions.smssender;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Messages in a second through queue, claim, provider and log, and what each costs. Not named as
 * tests are, so that only {@code benchmarks/messages} runs it.
 */
@ExtendWith(CloudExtension.class)
class SendingMeasurement {

  private static final Path REPORT = Path.of("target", "sending-measurement.md");
  private static final int WARM_UP = 50;

  /** As many as the template lets run at once. */
  private static final int SENDERS = 2;

  private final int count = Integer.getInteger("measure.messages", 500);
  private final SmsStage stage;
  private final Queue other;
  private final List<String> rows = new ArrayList<>();

  SendingMeasurement(Cloud cloud) {
    stage = new SmsStage(cloud);
    other = cloud.createQueue("bare-sms", Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void measure() throws Exception {
    rows.add("| what | messages | a second | DynamoDB requests | provider requests |");
    rows.add("|---|---|---|---|---|");
    accept(WARM_UP);
    send(WARM_UP);
    bareLoop(WARM_UP);

    long begun = System.nanoTime();
    List<OutgoingId> ids = accept(count);
    row("accepted and put on the queue", System.nanoTime() - begun, "", "");

    stage.requests.reset();
    long before = stage.simulator.requests().total();
    begun = System.nanoTime();
    send(count);
    long nanos = System.nanoTime() - begun;
    Map<String, Integer> requests = stage.requests.counts();
    long asked = stage.simulator.requests().total() - before;
    row("sent by %d senders".formatted(SENDERS), nanos, requests.toString(), Long.toString(asked));

    begun = System.nanoTime();
    bareLoop(count);
    row("bare SendMessage and PutItem", System.nanoTime() - begun, Integer.toString(count), "0");

    assertThat(ids.stream().map(id -> stage.row(id).state())).containsOnly(SendState.SENT);
    assertThat(asked).isEqualTo(count);
    assertThat(requests)
        .containsEntry("dynamodb.BatchGetItem", count)
        .containsEntry("dynamodb.TransactWriteItems", 2 * count);
    // Each row is read once, each request takes its budget; two that meet there ask again.
    assertThat(requests.get("dynamodb.GetItem")).isBetween(count, count + count / 10);
    assertThat(requests.get("dynamodb.UpdateItem")).isBetween(count, count + count / 2);
  }

  private List<OutgoingId> accept(int messages) {
    List<OutgoingId> ids = new ArrayList<>();
    for (int from = 0; from < messages; from += MessageBatch.MOST_RECIPIENTS) {
      PhoneNumber[] to =
          IntStream.range(from, Math.min(messages, from + MessageBatch.MOST_RECIPIENTS))
              .mapToObj(client -> PhoneNumber.parse("+1347555%04d".formatted(client)))
              .toArray(PhoneNumber[]::new);
      ids.addAll(stage.sendLater(stage.batch("Your appointment is confirmed.", List.of(), to)));
    }
    return ids;
  }

  /** As Lambda does it: each takes up to ten from the queue, works on them, deletes them. */
  private void send(int messages) throws Exception {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      Callable<Integer> sender =
          () -> {
            SmsSenderHandler handler = stage.newProcess();
            int done = 0;
            for (List<Message> got = stage.receive(); !got.isEmpty(); got = stage.receive()) {
              work(handler, got);
              done += got.size();
            }
            return done;
          };
      int done = 0;
      for (Future<Integer> each :
          senders.invokeAll(IntStream.range(0, SENDERS).mapToObj(n -> sender).toList())) {
        done += each.get();
      }
      assertThat(done).isEqualTo(messages);
    }
  }

  private void work(SmsSenderHandler handler, List<Message> got) {
    SQSEvent event = new SQSEvent();
    event.setRecords(got.stream().map(SmsStage::record).toList());
    assertThat(
            handler
                .handleRequest(event, new Invocation(Duration.ofSeconds(120)))
                .getBatchItemFailures())
        .isEmpty();
    List<DeleteMessageBatchRequestEntry> entries =
        got.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    stage
        .clients()
        .sqs()
        .deleteMessageBatch(request -> request.queueUrl(stage.queueUrl()).entries(entries));
  }

  /** What the engines can do: one message on a queue and one item in a table. */
  private void bareLoop(int messages) {
    String table = stage.database.name(Table.SMS_LOGS);
    for (int n = 0; n < messages; n++) {
      String id = "bare-" + n;
      stage.clients().sqs().sendMessage(request -> request.queueUrl(other.url()).messageBody(id));
      stage
          .clients()
          .dynamoDb()
          .putItem(
              request -> request.tableName(table).item(Map.of("id", AttributeValue.fromS(id))));
    }
  }

  private void row(String what, long nanos, String requests, String asked) throws IOException {
    rows.add(
        "| %s | %,d | %,.1f | %s | %s |"
            .formatted(what, count, count * 1e9 / nanos, requests, asked));
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, rows);
  }
}
