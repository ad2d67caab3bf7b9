package callcentre.storage.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an item, or a map inside one, attribute by attribute; what is empty is left out. */
public final class ItemWriter {

  private final Map<String, AttributeValue> attributes = new HashMap<>();

  public ItemWriter text(String name, String value) {
    attributes.put(name, AttributeValue.fromS(value));
    return this;
  }

  public ItemWriter text(String name, Optional<String> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  public ItemWriter number(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  public ItemWriter number(String name, Optional<Long> value) {
    value.ifPresent(present -> number(name, present));
    return this;
  }

  public ItemWriter decimal(String name, Optional<BigDecimal> value) {
    value.ifPresent(present -> attributes.put(name, AttributeValue.fromN(present.toPlainString())));
    return this;
  }

  public ItemWriter flag(String name, boolean value) {
    attributes.put(name, AttributeValue.fromBool(value));
    return this;
  }

  /** An instant as text, exact to the nanosecond; not for keys, because its length varies. */
  public ItemWriter time(String name, Instant value) {
    return text(name, value.toString());
  }

  public ItemWriter time(String name, Optional<Instant> value) {
    value.ifPresent(present -> time(name, present));
    return this;
  }

  /** An instant as milliseconds, for attributes that conditions compare. */
  public ItemWriter millis(String name, Instant value) {
    return number(name, value.toEpochMilli());
  }

  /** An instant as whole seconds, which is what DynamoDB's time to live reads. */
  public ItemWriter seconds(String name, Instant value) {
    return number(name, value.getEpochSecond());
  }

  public ItemWriter texts(String name, Collection<String> values) {
    return list(name, values.stream().map(AttributeValue::fromS).toList());
  }

  public ItemWriter map(String name, ItemWriter value) {
    attributes.put(name, AttributeValue.fromM(value.build()));
    return this;
  }

  public ItemWriter map(String name, Optional<ItemWriter> value) {
    value.ifPresent(present -> map(name, present));
    return this;
  }

  public ItemWriter maps(String name, Collection<ItemWriter> values) {
    return list(name, values.stream().map(value -> AttributeValue.fromM(value.build())).toList());
  }

  /** Takes over attributes that are built already, for example a key. */
  public ItemWriter all(Map<String, AttributeValue> more) {
    attributes.putAll(more);
    return this;
  }

  public Map<String, AttributeValue> build() {
    return Map.copyOf(attributes);
  }

  private ItemWriter list(String name, List<AttributeValue> values) {
    attributes.put(name, AttributeValue.fromL(values));
    return this;
  }
}
