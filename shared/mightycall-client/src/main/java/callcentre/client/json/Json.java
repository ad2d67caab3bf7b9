package callcentre.client.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the bodies of the provider's answers. They are untrusted: what is no JSON, or not of the
 * expected shape, is an {@link UnreadableAnswerException}, never an empty result.
 */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The body as an object; empty when it is something else. */
  public static Optional<Fields> object(String body) {
    return parse(body).filter(JsonNode::isObject).map(Fields::new);
  }

  /** Whether the body is a JSON array. */
  public static boolean isArray(String body) {
    return parse(body).filter(JsonNode::isArray).isPresent();
  }

  /**
   * The body as a bare object.
   *
   * @throws UnreadableAnswerException when it is something else
   */
  public static Fields requireObject(String body) {
    return object(body).orElseThrow(() -> new UnreadableAnswerException("no JSON object"));
  }

  /**
   * The object in {@code data} of an envelope (reference 2.1).
   *
   * @throws UnreadableAnswerException when there is none, or the answer says that it is no success
   */
  public static Fields requireData(String body) {
    return envelope(body)
        .object("data")
        .orElseThrow(() -> new UnreadableAnswerException("no object 'data'"));
  }

  /**
   * The answer's outermost object, whether or not it is an envelope.
   *
   * @throws UnreadableAnswerException when it is no object, or says that it is no success
   */
  public static Fields envelope(String body) {
    Fields envelope = requireObject(body);
    if (envelope.flag("isSuccess").filter(success -> !success).isPresent()) {
      throw new UnreadableAnswerException("'isSuccess' is false");
    }
    return envelope;
  }

  /**
   * An object that comes bare in one place of the documentation and in {@code data} in another
   * (reference 6, rows 2 and 3).
   *
   * @param known a field that the bare object always has
   * @throws UnreadableAnswerException when it is neither
   */
  public static Fields bareOrData(String body, String known) {
    Fields object = envelope(body);
    return object.has(known)
        ? object
        : object
            .object("data")
            .orElseThrow(() -> new UnreadableAnswerException("neither '" + known + "' nor 'data'"));
  }

  /**
   * The objects of a bare array.
   *
   * @throws UnreadableAnswerException when the body is no array of objects
   */
  public static List<Fields> requireArray(String body) {
    JsonNode array =
        parse(body)
            .filter(JsonNode::isArray)
            .orElseThrow(() -> new UnreadableAnswerException("no JSON array"));
    return Fields.objects("an array of the answer", (ArrayNode) array);
  }

  /** A list of texts as the body of a request. */
  public static String write(List<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array.toString();
  }

  /** Texts by name as the body of a request. */
  public static String write(Map<String, String> texts) {
    ObjectNode object = MAPPER.createObjectNode();
    texts.forEach(object::put);
    return object.toString();
  }

  private static Optional<JsonNode> parse(String body) {
    if (body.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(body));
    } catch (JsonProcessingException malformed) {
      // The caller says what it expected; the parser's own message would quote the body.
      return Optional.empty();
    }
  }
}
