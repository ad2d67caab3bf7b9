package callcentre.runner.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.runner.process.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueMappingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final Cloud cloud = Cloud.shared();
  private final String stage = cloud.newStage();
  private final Queue deadLetters = cloud.createQueue(stage + "-dlq", Duration.ofSeconds(30));
  private final Queue queue =
      cloud.createQueue(stage + "-jobs", Duration.ofSeconds(3), deadLetters, 2);
  private final BlockingQueue<List<JsonNode>> batches = new LinkedBlockingQueue<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Function<List<JsonNode>, Outcome> function = batch -> answer("");
  private QueueMappings mappings;

  @AfterEach
  void stop() throws InterruptedException {
    if (mappings != null) {
      mappings.close();
    }
  }

  @Test
  void aMessageThatSucceedsIsDeletedAndHasTheShapeOfLambdas() throws Exception {
    send("one");
    start(mapping(10, Duration.ZERO, true), Set.of());

    JsonNode item = batches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).getFirst();

    assertThat(item.path("body").asText()).isEqualTo("one");
    assertThat(item.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(item.path("eventSourceARN").asText()).isEqualTo(queue.arn());
    assertThat(item.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(item.path("messageId").asText()).isNotEmpty();
    assertThat(item.path("receiptHandle").asText()).isNotEmpty();
    assertThat(item.path("md5OfBody").asText()).isNotEmpty();
    assertThat(item.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(item.path("attributes").path("SentTimestamp").asText()).isNotEmpty();
    batches.add(List.of(item));
    untilEmpty();
  }

  @Test
  void onlyTheMessagesNamedAsFailedComeAgainAndEndInTheDeadLetterQueue() throws Exception {
    function =
        batch -> {
          List<String> failed = new ArrayList<>();
          for (JsonNode item : batch) {
            if (item.path("body").asText().equals("bad")) {
              failed.add("{\"itemIdentifier\":\"" + item.path("messageId").asText() + "\"}");
            }
          }
          return answer("{\"batchItemFailures\":[" + String.join(",", failed) + "]}");
        };
    send("good");
    send("bad");
    start(mapping(10, Duration.ZERO, true), Set.of());

    assertThat(deadLetter().body()).isEqualTo("bad");
    assertThat(deliveries("good")).isEqualTo(1);
    assertThat(deliveries("bad")).isEqualTo(2);
  }

  @Test
  void aFunctionThatFailsGetsTheWholeBatchAgain() throws Exception {
    function =
        batch ->
            batch.getFirst().path("attributes").path("ApproximateReceiveCount").asInt() == 1
                ? new Outcome.Failure("Unhandled", "it broke")
                : answer("");
    send("one");
    start(mapping(1, Duration.ZERO, true), Set.of());

    untilEmpty();

    assertThat(deliveries("one")).isEqualTo(2);
    assertThat(complaints).anySatisfy(line -> assertThat(line).contains("it broke"));
  }

  @Test
  void anAnswerThatNamesAnUnknownMessageFailsTheBatch() throws Exception {
    function = batch -> answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"no\"}]}");
    send("one");
    start(mapping(1, Duration.ZERO, true), Set.of());

    assertThat(deadLetter().body()).isEqualTo("one");
  }

  @Test
  void withoutPartialFailuresTheAnswerIsNotRead() throws Exception {
    function = batch -> answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"no\"}]}");
    send("one");
    start(mapping(1, Duration.ZERO, false), Set.of());

    untilEmpty();

    assertThat(deliveries("one")).isEqualTo(1);
  }

  @Test
  void duplicateDeliversTwiceAndRetryDeliversAgainAfterSuccess() throws Exception {
    send("one");
    start(mapping(1, Duration.ZERO, true), EnumSet.of(Chaos.DUPLICATE, Chaos.RETRY));

    untilEmpty();

    // Twice at the first reception, which counts as lost, and twice at the second.
    assertThat(deliveries("one")).isEqualTo(4);
  }

  @Test
  void splitDeliversEveryMessageAlone() throws Exception {
    for (int i = 0; i < 5; i++) {
      send("m" + i);
    }
    start(mapping(10, Duration.ZERO, true), EnumSet.of(Chaos.SPLIT));

    untilEmpty();

    assertThat(batches).hasSize(5).allSatisfy(batch -> assertThat(batch).hasSize(1));
  }

  @Test
  void aWindowGathersMoreThanOneReceptionCanHold() throws Exception {
    Queue patient = cloud.createQueue(stage + "-patient", Duration.ofSeconds(60));
    for (int i = 0; i < 15; i++) {
      String body = "m" + i;
      cloud.sqs().sendMessage(request -> request.queueUrl(patient.url()).messageBody(body));
    }
    start(
        new QueueMapping(
            patient.arn(), "worker", Duration.ofSeconds(1), 15, Duration.ofSeconds(30), true, 1),
        Set.of());

    assertThat(batches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasSize(15);
  }

  @Test
  void aQueueThatShowsMessagesAgainBeforeTheFunctionMustEndIsRefused() {
    QueueMapping slow =
        new QueueMapping(queue.arn(), "worker", Duration.ofSeconds(4), 1, Duration.ZERO, true, 1);

    assertThatThrownBy(() -> start(slow, Set.of()))
        .hasMessageContaining("hides a message for 3 s, less than the 4 s that worker may take");
  }

  private QueueMapping mapping(int batchSize, Duration window, boolean partialFailures) {
    return new QueueMapping(
        queue.arn(), "worker", Duration.ofSeconds(1), batchSize, window, partialFailures, 1);
  }

  private void start(QueueMapping mapping, Set<Chaos> chaos) {
    mappings =
        new QueueMappings(
            List.of(mapping),
            cloud.sqs(),
            (name, event) -> {
              List<JsonNode> batch = records(event);
              batches.add(batch);
              return function.apply(batch);
            },
            new DeliveryConditions(chaos, new Random(1), InstantSource.system(), complaints::add));
  }

  private static List<JsonNode> records(byte[] event) {
    try {
      List<JsonNode> records = new ArrayList<>();
      JSON.readTree(event).path("Records").forEach(records::add);
      return records;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private void send(String body) {
    cloud.sqs().sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
  }

  private long deliveries(String body) {
    return batches.stream()
        .flatMap(List::stream)
        .filter(item -> item.path("body").asText().equals(body))
        .count();
  }

  private Message deadLetter() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      List<Message> found =
          cloud
              .sqs()
              .receiveMessage(request -> request.queueUrl(deadLetters.url()).waitTimeSeconds(1))
              .messages();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new AssertionError("Nothing came into the dead-letter queue; delivered: " + batches);
  }

  private void untilEmpty() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (batches.isEmpty() || messages() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The queue still holds messages; delivered: " + batches);
      }
      Thread.onSpinWait();
    }
  }

  private int messages() {
    var attributes =
        cloud
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.url())
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return attributes.values().stream().mapToInt(Integer::parseInt).sum();
  }

  private static Outcome answer(String text) {
    return new Outcome.Answer(text.getBytes(StandardCharsets.UTF_8));
  }
}
