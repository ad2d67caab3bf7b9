package callcentre.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object. Null and absent are the same (reference 6, row 6), a number serves
 * where text is expected and the other way round, and fields nobody asks for are ignored.
 */
public final class Fields {

  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** A text that is not blank, exactly as it was written. */
  public Optional<String> text(String name) {
    JsonNode value = value(name);
    if (value == null || !value.isValueNode()) {
      return Optional.empty();
    }
    return Optional.of(value.asText()).filter(text -> !text.isBlank());
  }

  /**
   * A text that must be there.
   *
   * @throws UnreadableAnswerException when it is not, or is blank
   */
  public String requireText(String name) {
    return text(name).orElseThrow(() -> new UnreadableAnswerException("no text '" + name + "'"));
  }

  /** {@code true} or {@code false}, also as text. */
  public Optional<Boolean> flag(String name) {
    return text(name)
        .flatMap(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /** A whole number, also as text. */
  public Optional<Long> number(String name) {
    return text(name).flatMap(Fields::parseNumber);
  }

  /** A moment; empty when there is none, or it is .NET's default, or cannot be read. */
  public Optional<Instant> time(String name) {
    return text(name).flatMap(ProviderTime::read);
  }

  /**
   * A moment that must be there.
   *
   * @throws UnreadableAnswerException when it is not, or cannot be read
   */
  public Instant requireTime(String name) {
    return time(name).orElseThrow(() -> new UnreadableAnswerException("no time '" + name + "'"));
  }

  /** A word of a vocabulary. */
  public <E extends Enum<E>> Optional<ProviderWord<E>> word(String name, Class<E> vocabulary) {
    return text(name).map(word -> ProviderWord.read(word, vocabulary));
  }

  /** A nested object. */
  public Optional<Fields> object(String name) {
    JsonNode value = value(name);
    return value == null || !value.isObject() ? Optional.empty() : Optional.of(new Fields(value));
  }

  /**
   * A list of objects that must be there.
   *
   * @throws UnreadableAnswerException when it is absent, no list, or holds something else
   */
  public List<Fields> requireObjects(String name) {
    JsonNode value = value(name);
    if (!(value instanceof ArrayNode array)) {
      throw new UnreadableAnswerException("no list '" + name + "'");
    }
    return objects("'" + name + "'", array);
  }

  /**
   * The elements of a list that must be there: empty for one that is no object, so that the others
   * can still be read.
   *
   * @throws UnreadableAnswerException when there is no list
   */
  public List<Optional<Fields>> requireElements(String name) {
    JsonNode value = value(name);
    if (!(value instanceof ArrayNode array)) {
      throw new UnreadableAnswerException("no list '" + name + "'");
    }
    List<Optional<Fields>> elements = new ArrayList<>(array.size());
    array.forEach(
        element ->
            elements.add(element.isObject() ? Optional.of(new Fields(element)) : Optional.empty()));
    return List.copyOf(elements);
  }

  /**
   * A list of objects that may be absent, which is the same as empty.
   *
   * @throws UnreadableAnswerException when it is no list, or holds something else
   */
  public List<Fields> objects(String name) {
    return has(name) ? requireObjects(name) : List.of();
  }

  /** The texts of a list; empty when there is none. What is no text is left out. */
  public List<String> texts(String name) {
    JsonNode value = value(name);
    return value instanceof ArrayNode array ? texts(array) : List.of();
  }

  /**
   * Lists of texts by name, as {@code modelState} holds them; what has another form is left out.
   */
  public Map<String, List<String>> textsByName(String name) {
    JsonNode map = value(name);
    if (map == null || !map.isObject()) {
      return Map.of();
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    map.properties().forEach(entry -> texts.put(entry.getKey(), texts(entry.getValue())));
    return Map.copyOf(texts);
  }

  static List<Fields> objects(String where, ArrayNode array) {
    List<Fields> objects = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      if (!element.isObject()) {
        throw new UnreadableAnswerException("something other than an object in " + where);
      }
      objects.add(new Fields(element));
    }
    return List.copyOf(objects);
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static List<String> texts(JsonNode value) {
    if (value.isValueNode()) {
      return List.of(value.asText());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (element.isValueNode() && !element.isNull()) {
        texts.add(element.asText());
      }
    }
    return List.copyOf(texts);
  }

  private static Optional<Long> parseNumber(String text) {
    try {
      return Optional.of(Long.valueOf(text.strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
