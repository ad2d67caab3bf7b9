package callcentre.functions.livepublisher;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An item as a batch of its table's stream changes it.
 *
 * @param streamArn names the table
 * @param before as it was before the batch; empty when it was not there, or the stream brings no
 *     old images
 * @param after as the batch leaves it
 */
record StreamedItem(
    String streamArn,
    Optional<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> before,
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> after) {

  private static final String REMOVED = "REMOVE";

  /**
   * The items of a batch, each once, in the order of their last change. What is removed is left
   * out: rows are removed when their time is over, which is no news.
   */
  static Collection<StreamedItem> of(List<DynamodbStreamRecord> records) {
    Map<Object, StreamedItem> items = new LinkedHashMap<>();
    for (DynamodbStreamRecord record : records) {
      if (!REMOVED.equals(record.getEventName())) {
        Object key = List.of(record.getEventSourceARN(), record.getDynamodb().getKeys());
        Optional<StreamedItem> earlier = Optional.ofNullable(items.remove(key));
        items.put(
            key,
            new StreamedItem(
                record.getEventSourceARN(),
                earlier.isPresent()
                    ? earlier.get().before()
                    : Optional.ofNullable(record.getDynamodb().getOldImage())
                        .map(StreamedItem::item),
                item(record.getDynamodb().getNewImage())));
      }
    }
    return items.values();
  }

  /** Whether it is an item of a table. */
  boolean isOf(String tableName) {
    return streamArn.contains(":table/" + tableName + "/");
  }

  private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item(
      Map<String, AttributeValue> image) {
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item =
        new HashMap<>();
    image.forEach((name, value) -> item.put(name, value(value)));
    return item;
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue value(
      AttributeValue streamed) {
    var value = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    if (streamed.getS() != null) {
      value.s(streamed.getS());
    } else if (streamed.getN() != null) {
      value.n(streamed.getN());
    } else if (streamed.getBOOL() != null) {
      value.bool(streamed.getBOOL());
    } else if (streamed.getM() != null) {
      value.m(item(streamed.getM()));
    } else if (streamed.getL() != null) {
      List<software.amazon.awssdk.services.dynamodb.model.AttributeValue> list = new ArrayList<>();
      streamed.getL().forEach(element -> list.add(value(element)));
      value.l(list);
    } else if (streamed.getSS() != null) {
      value.ss(streamed.getSS());
    } else if (streamed.getNS() != null) {
      value.ns(streamed.getNS());
    } else if (streamed.getB() != null) {
      value.b(SdkBytes.fromByteBuffer(streamed.getB()));
    } else if (streamed.getBS() != null) {
      value.bs(streamed.getBS().stream().map(SdkBytes::fromByteBuffer).toList());
    } else {
      value.nul(true);
    }
    return value.build();
  }
}
