package callcentre.storage;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The key of the last row of a page. It may be the key of a row that the reader must not see, so it
 * leaves the system only inside a cursor ({@link callcentre.storage.cursors.Cursors}).
 *
 * @param attributes the key attributes of the table and of the index that was read, all strings
 */
public record PageKey(SortedMap<String, String> attributes) {

  public PageKey {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** The key of an item. */
  public static PageKey of(Map<String, AttributeValue> item, Collection<String> keyNames) {
    SortedMap<String, String> attributes = new TreeMap<>();
    item.forEach(
        (name, value) -> {
          if (keyNames.contains(name)) {
            attributes.put(name, value.s());
          }
        });
    return new PageKey(attributes);
  }

  /** As DynamoDB's {@code ExclusiveStartKey} wants it. */
  public Map<String, AttributeValue> startKey() {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())));
  }
}
