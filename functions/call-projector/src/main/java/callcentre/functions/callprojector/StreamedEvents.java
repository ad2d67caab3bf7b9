package callcentre.functions.callprojector;

import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventRow;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashMap;
import java.util.Map;

/** Events as the stream of their table brings them. */
final class StreamedEvents {

  /** An event never changes: what is modified is its standing, what is removed has expired. */
  private static final String NEW = "INSERT";

  private StreamedEvents() {}

  /** Whether the record brings an event; the mapping's filter says the same. */
  static boolean isNew(DynamodbStreamRecord record) {
    return NEW.equals(record.getEventName());
  }

  /**
   * The event of a record.
   *
   * @throws RuntimeException when the item is no event of ours
   */
  static EventRow read(DynamodbStreamRecord record) {
    Map<String, AttributeValue> image = record.getDynamodb().getNewImage();
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item =
        new HashMap<>();
    image.forEach((name, value) -> item.put(name, scalar(name, value)));
    return CallEventRepository.read(item);
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue scalar(
      String name, AttributeValue value) {
    if (value.getS() != null) {
      return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(value.getS());
    }
    if (value.getN() != null) {
      return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN(value.getN());
    }
    throw new IllegalArgumentException("an event has no attribute like " + name);
  }
}
