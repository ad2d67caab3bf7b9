package callcentre.runner.streams;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.runner.events.Chaos;
import callcentre.runner.events.DeliveryConditions;
import callcentre.runner.process.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

class StreamMappingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private final Cloud cloud = Cloud.shared();
  private final StreamedTable table = StreamedTable.in(cloud);
  private final Queue givenUp = cloud.createQueue(table.name() + "-failed", Duration.ofSeconds(30));
  private final List<List<JsonNode>> batches = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Function<List<JsonNode>, Outcome> function = batch -> answer("");
  private StreamMappings mappings;

  @AfterEach
  void stop() throws InterruptedException {
    if (mappings != null) {
      mappings.close();
    }
  }

  @Test
  void aChangeComesInTheShapeOfLambdas() {
    table.put(
        Map.of(
            "id", AttributeValue.fromS("a"),
            "count", AttributeValue.fromN("3"),
            "deep", AttributeValue.fromM(Map.of("flag", AttributeValue.fromBool(true))),
            "empty", AttributeValue.fromM(Map.of()),
            "list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))),
            "nothing", AttributeValue.fromNul(true)));
    start(mapping(10), Set.of());

    until(() -> delivered().contains("a"));

    JsonNode item = batches.getFirst().getFirst();
    assertThat(item.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(item.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(item.path("eventSourceARN").asText())
        .contains(":table/" + table.name() + "/stream/");
    JsonNode change = item.path("dynamodb");
    assertThat(change.path("Keys").path("id").path("S").asText()).isEqualTo("a");
    assertThat(change.path("NewImage"))
        .isEqualTo(
            json(
                """
                {"id":{"S":"a"},"count":{"N":"3"},"deep":{"M":{"flag":{"BOOL":true}}},
                 "empty":{"M":{}},"list":{"L":[{"S":"x"}]},"nothing":{"NULL":true}}"""));
    assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_IMAGE");
    assertThat(change.path("SequenceNumber").asText()).isNotEmpty();
  }

  @Test
  void changesComeInOrderAndInBatchesOfTheDeclaredSize() {
    for (int i = 0; i < 5; i++) {
      table.put("r" + i);
    }
    start(mapping(2), Set.of());

    until(() -> delivered().size() >= 5);

    assertThat(delivered()).containsExactly("r0", "r1", "r2", "r3", "r4");
    assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void whatAFilterKeepsOutIsNotDelivered() {
    table.put("a");
    table.delete("a");
    table.put("b");
    start(mapping(10), Set.of());

    until(() -> delivered().contains("b"));

    assertThat(delivered()).containsExactly("a", "b");
  }

  @Test
  void fromTheFirstRecordNamedAsFailedOnAllComeAgain() {
    List<String> once = new CopyOnWriteArrayList<>();
    function =
        batch -> {
          for (JsonNode item : batch) {
            if (id(item).equals("b") && once.isEmpty()) {
              once.add("b");
              return failed(item);
            }
          }
          return answer("{\"batchItemFailures\":[]}");
        };
    table.put("a");
    table.put("b");
    table.put("c");
    start(mapping(10), Set.of());

    until(() -> delivered().size() >= 5);

    assertThat(delivered()).containsExactly("a", "b", "c", "b", "c");
  }

  @Test
  void aPoisonedRecordIsFoundByHalvingAndOnlyItsPositionIsToldOf() throws Exception {
    function =
        batch ->
            batch.stream().anyMatch(item -> id(item).equals("bad"))
                ? new Outcome.Failure("Unhandled", "it broke")
                : answer("");
    for (String id : List.of("a", "b", "bad", "c")) {
      table.put(id);
    }
    start(mapping(10), Set.of());

    JsonNode told = JSON.readTree(message().body());
    until(() -> batches.stream().anyMatch(batch -> ids(batch).equals(List.of("c"))));

    JsonNode position = told.path("DDBStreamBatchInfo");
    assertThat(position.path("batchSize").asInt()).isEqualTo(1);
    assertThat(position.path("streamArn").asText()).contains(table.name());
    assertThat(told.path("requestContext").path("condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(told.toString()).doesNotContain("bad");
    assertThat(batches.stream().filter(batch -> ids(batch).equals(List.of("bad"))))
        .as("one try and the declared two more")
        .hasSize(3);
    assertThat(complaints).anySatisfy(line -> assertThat(line).contains("given up after 3 tries"));
  }

  @Test
  void duplicateSplitAndRetryDeliverEveryRecordAloneAndAgain() {
    table.put("a");
    table.put("b");
    start(mapping(10), EnumSet.of(Chaos.DUPLICATE, Chaos.SPLIT, Chaos.RETRY));

    until(() -> delivered().size() >= 8);

    assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSize(1));
    assertThat(delivered().stream().filter("a"::equals)).hasSize(4);
    assertThat(delivered().stream().filter("b"::equals)).hasSize(4);
  }

  @Test
  void anotherStartGoesOnWhereTheFirstEnded() throws Exception {
    table.put("a");
    start(mapping(10), Set.of());
    until(() -> delivered().contains("a"));
    mappings.close();
    table.put("b");

    start(mapping(10), Set.of());
    until(() -> delivered().contains("b"));

    assertThat(delivered()).containsExactly("a", "b");
  }

  @Test
  void aMappingThatStartsAtTheLatestRecordDoesNotDeliverOlderOnes() {
    table.put("old");
    StreamMapping late = mapping(10);
    start(
        new StreamMapping(
            late.streamArn(), "worker", 10, Duration.ZERO, false, late.filter(), late.failures()),
        Set.of());
    table.put("new");

    until(() -> delivered().contains("new"));

    assertThat(delivered()).containsExactly("new");
  }

  private StreamMapping mapping(int batchSize) {
    return new StreamMapping(
        cloud.streamArn(table.name()),
        "worker",
        batchSize,
        Duration.ZERO,
        true,
        StreamFilter.of(List.of("{\"eventName\":[\"INSERT\",\"MODIFY\"]}")),
        new StreamMapping.Failures(true, true, Optional.of(2), Optional.of(givenUp.arn())));
  }

  private void start(StreamMapping mapping, Set<Chaos> chaos) {
    mappings =
        new StreamMappings(
            List.of(mapping),
            cloud,
            StreamPlaces.in(folder.resolve("places")),
            (name, event) -> {
              List<JsonNode> batch = new ArrayList<>();
              json(new String(event, StandardCharsets.UTF_8)).path("Records").forEach(batch::add);
              Outcome outcome = function.apply(batch);
              batches.add(batch);
              return outcome;
            },
            new DeliveryConditions(chaos, new Random(1), InstantSource.system(), complaints::add));
  }

  private List<String> delivered() {
    return batches.stream().flatMap(batch -> ids(batch).stream()).toList();
  }

  private static List<String> ids(List<JsonNode> batch) {
    return batch.stream().map(StreamMappingsTest::id).toList();
  }

  private static String id(JsonNode item) {
    return item.path("dynamodb").path("Keys").path("id").path("S").asText();
  }

  private static Outcome failed(JsonNode item) {
    String number = item.path("dynamodb").path("SequenceNumber").asText();
    return answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + number + "\"}]}");
  }

  private static Outcome answer(String text) {
    return new Outcome.Answer(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private Message message() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      List<Message> found =
          cloud
              .sqs()
              .receiveMessage(request -> request.queueUrl(givenUp.url()).waitTimeSeconds(1))
              .messages();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new AssertionError("Nothing was told of; delivered: " + delivered());
  }

  private void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not so yet; delivered: " + delivered() + ", " + complaints);
      }
      Thread.onSpinWait();
    }
  }
}
