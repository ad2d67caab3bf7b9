package callcentre.storage.database;

import callcentre.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an item, or a map inside one. An attribute that must be there and is not, or that has
 * another type, is a {@link MalformedItemException} that names table, key and attribute.
 */
public final class ItemReader {

  private final Table table;
  private final Map<String, AttributeValue> attributes;
  private final String path;

  public ItemReader(Table table, Map<String, AttributeValue> item) {
    this(table, item, keyOf(table, item));
  }

  private ItemReader(Table table, Map<String, AttributeValue> attributes, String path) {
    this.table = table;
    this.attributes = attributes;
    this.path = path;
  }

  public String text(String name) {
    return required(name, findText(name));
  }

  public Optional<String> findText(String name) {
    return find(name, AttributeValue::s);
  }

  public long number(String name) {
    return required(name, findNumber(name));
  }

  public Optional<Long> findNumber(String name) {
    return find(name, value -> value.n() == null ? null : parse(name, value.n(), Long::valueOf));
  }

  public Optional<BigDecimal> findDecimal(String name) {
    return find(name, value -> value.n() == null ? null : parse(name, value.n(), BigDecimal::new));
  }

  public boolean flag(String name) {
    return required(name, find(name, AttributeValue::bool));
  }

  public Instant time(String name) {
    return required(name, findTime(name));
  }

  public Optional<Instant> findTime(String name) {
    return findText(name).map(text -> parse(name, text, Instant::parse));
  }

  public Instant millis(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  public Optional<Instant> findMillis(String name) {
    return findNumber(name).map(Instant::ofEpochMilli);
  }

  /** A list of texts; an absent attribute is an empty list. */
  public List<String> texts(String name) {
    return elements(name).stream().map(AttributeValue::s).toList();
  }

  public ItemReader map(String name) {
    return required(name, findMap(name));
  }

  public Optional<ItemReader> findMap(String name) {
    return find(name, value -> value.hasM() ? nested(name, value.m()) : null);
  }

  /** A list of maps; an absent attribute is an empty list. */
  public List<ItemReader> maps(String name) {
    return elements(name).stream().map(element -> nested(name, element.m())).toList();
  }

  /** The names of the attributes at this level. */
  public Set<String> names() {
    return attributes.keySet();
  }

  /** Reads a text as something else; what cannot be read is malformed. */
  public <T> T read(String name, Function<String, T> reader) {
    return parse(name, text(name), reader);
  }

  public Map<String, AttributeValue> attributes() {
    return attributes;
  }

  private List<AttributeValue> elements(String name) {
    return find(name, value -> value.hasL() ? value.l() : null).orElse(List.of());
  }

  private ItemReader nested(String name, Map<String, AttributeValue> inner) {
    return new ItemReader(table, inner, path + "." + name);
  }

  private <T> Optional<T> find(String name, Typed<T> type) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      return Optional.empty();
    }
    T typed = type.of(value);
    if (typed == null) {
      throw malformed(name, "has another type: " + value.type());
    }
    return Optional.of(typed);
  }

  private <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> malformed(name, "is missing"));
  }

  private <T> T parse(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (RuntimeException unreadable) {
      throw new MalformedItemException(
          table, path, name, "cannot be read: " + unreadable.getMessage());
    }
  }

  private MalformedItemException malformed(String name, String what) {
    return new MalformedItemException(table, path, name, what);
  }

  /** The value as one of DynamoDB's types; null when it has another. */
  private interface Typed<T> {
    @Nullable T of(AttributeValue value);
  }

  private static String keyOf(Table table, Map<String, AttributeValue> item) {
    StringBuilder key = new StringBuilder();
    for (String name : table.keyNames()) {
      AttributeValue value = item.get(name);
      key.append(key.isEmpty() ? "" : "/").append(value == null ? "?" : value.s());
    }
    return key.toString();
  }
}
