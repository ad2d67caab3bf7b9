package callcentre.runner.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** The event of a stream mapping, and the answer that names the first record that failed. */
final class StreamEvent {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StreamEvent() {}

  static byte[] of(List<JsonNode> records) {
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").addAll(records);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A record as Lambda gives it to functions and filters. */
  static JsonNode record(String streamArn, Record record) {
    StreamRecord change = record.dynamodb();
    ObjectNode node =
        JSON.createObjectNode()
            .put("eventID", record.eventID())
            .put("eventName", record.eventNameAsString())
            .put("eventVersion", "1.1")
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", "us-east-1")
            .put("eventSourceARN", streamArn);
    ObjectNode dynamodb = node.putObject("dynamodb");
    if (change.approximateCreationDateTime() != null) {
      dynamodb.put(
          "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    }
    dynamodb.set("Keys", map(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", map(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", map(change.oldImage()));
    }
    dynamodb
        .put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
    return node;
  }

  /**
   * Which record is the first to be delivered again; as many as there are when all succeeded (AWS:
   * "Configuring partial batch response with DynamoDB": the lowest one counts; an answer that
   * cannot be read, or names an unknown record, fails the batch).
   *
   * @return empty when the whole batch failed
   */
  static OptionalInt firstFailed(byte[] answer, List<JsonNode> batch) {
    String text = new String(answer, StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || text.equals("null")) {
      return OptionalInt.of(batch.size());
    }
    List<String> numbers = batch.stream().map(StreamEvent::sequenceNumber).toList();
    int first = batch.size();
    try {
      for (JsonNode failed : JSON.readTree(text).path("batchItemFailures")) {
        int index = numbers.indexOf(failed.path("itemIdentifier").asText(""));
        if (index < 0) {
          return OptionalInt.empty();
        }
        first = Math.min(first, index);
      }
      return OptionalInt.of(first);
    } catch (IOException unreadable) {
      return OptionalInt.empty();
    }
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  private static ObjectNode map(Map<String, AttributeValue> values) {
    ObjectNode node = NODES.objectNode();
    values.forEach((name, value) -> node.set(name, value(value)));
    return node;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode node = NODES.objectNode();
    String type = value.type().name();
    return switch (value.type()) {
      case S -> node.put(type, value.s());
      case N -> node.put(type, value.n());
      case B -> node.put(type, value.b().asByteArray());
      case BOOL -> node.put(type, value.bool());
      case NUL -> node.put("NULL", true);
      case SS -> node.set(type, texts(value.ss()));
      case NS -> node.set(type, texts(value.ns()));
      case BS -> {
        ArrayNode list = node.putArray(type);
        value.bs().stream().map(SdkBytes::asByteArray).forEach(list::add);
        yield node;
      }
      case M -> node.set(type, map(value.m()));
      case L -> {
        ArrayNode list = node.putArray(type);
        value.l().forEach(entry -> list.add(value(entry)));
        yield node;
      }
      // The only value that DynamoDB Local's streams forget is a map without entries.
      case UNKNOWN_TO_SDK_VERSION -> node.set("M", NODES.objectNode());
    };
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode list = NODES.arrayNode();
    texts.forEach(list::add);
    return list;
  }
}
