package callcentre.simulator.control;

import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of a JSON object of control input. Whatever is misspelt or of the wrong type is
 * refused with the name of the field: a switch that silently does nothing costs a tester hours.
 */
final class Fields {

  private final String where;
  private final JsonNode object;

  private Fields(String where, JsonNode object, List<String> allowed) {
    this.where = where;
    this.object = object;
    TreeSet<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    allowed.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw ControlException.invalid(
          "Unknown field " + where + unknown.first() + "; known are " + String.join(", ", allowed));
    }
  }

  /** The body of a control request, which must be a JSON object with some of these fields. */
  static Fields ofBody(Call call, String... allowed) {
    try {
      JsonNode body = Json.read(call.request().body());
      if (!(body instanceof ObjectNode)) {
        throw ControlException.invalid(
            "The body must be a JSON object with fields of: " + String.join(", ", allowed));
      }
      return new Fields("", body, List.of(allowed));
    } catch (JsonProcessingException e) {
      throw ControlException.invalid("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  boolean isEmpty() {
    return object.isEmpty();
  }

  Optional<String> text(String name) {
    return value(name, JsonNode::isTextual, "a text").map(JsonNode::textValue);
  }

  /** A text as it is, or a number, object or array as its JSON text. */
  Optional<String> content(String name) {
    return value(name, node -> true, "anything")
        .map(node -> node.isTextual() ? node.textValue() : Json.write(node));
  }

  /** A text that is a name of something, such as an enum's label. */
  <T> Optional<T> named(String name, Function<String, Optional<T>> byName, String known) {
    return text(name)
        .map(text -> byName.apply(text).orElseThrow(() -> wrong(name, "one of " + known)));
  }

  /** A text as {@code parse} reads it; its failure is reported as "must be {@code form}". */
  <T> Optional<T> parsed(String name, Function<String, T> parse, String form) {
    return text(name).map(text -> parse(name, text, parse, form));
  }

  Optional<Boolean> bool(String name) {
    return value(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  Optional<Integer> integer(String name, int least, int most) {
    String range = "a whole number from " + least + " to " + most;
    return value(
            name,
            node ->
                node.canConvertToInt()
                    && node.isIntegralNumber()
                    && node.intValue() >= least
                    && node.intValue() <= most,
            range)
        .map(JsonNode::intValue);
  }

  /** A number from {@code least} to {@code most}, whole or not. */
  Optional<Double> number(String name, double least, double most) {
    return value(
            name,
            node -> node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most,
            "a number from " + least + " to " + most)
        .map(JsonNode::doubleValue);
  }

  Optional<Fields> object(String name, String... allowed) {
    return value(name, JsonNode::isObject, "an object")
        .map(node -> new Fields(where + name + ".", node, List.of(allowed)));
  }

  /** The objects of an array, each read by {@code read}. */
  <T> Optional<List<T>> objects(String name, Function<Fields, T> read, String... allowed) {
    return value(name, JsonNode::isArray, "an array of objects")
        .map(
            array -> {
              List<T> items = new ArrayList<>();
              for (JsonNode element : array) {
                String place = where + name + "[" + items.size() + "]";
                if (!element.isObject()) {
                  throw ControlException.invalid(place + " must be an object");
                }
                items.add(read.apply(new Fields(place + ".", element, List.of(allowed))));
              }
              return items;
            });
  }

  String requiredText(String name) {
    return text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> wrong(name, "a text that is not blank"));
  }

  private Optional<JsonNode> value(String name, Predicate<JsonNode> fits, String expected) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!fits.test(node)) {
      throw wrong(name, expected);
    }
    return Optional.of(node);
  }

  private <T> T parse(String name, String text, Function<String, T> parse, String form) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw wrong(name, form);
    }
  }

  private ControlException wrong(String name, String expected) {
    return ControlException.invalid(where + name + " must be " + expected);
  }
}
