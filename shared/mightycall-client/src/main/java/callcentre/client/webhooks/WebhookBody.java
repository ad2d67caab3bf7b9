package callcentre.client.webhooks;

import callcentre.domain.events.EventNotice;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The body of a webhook, read as leniently as it can be (MightyCall reference 4.2, 4.6): keys in
 * any case, raw line breaks inside texts, the call's id in one of three places.
 */
public final class WebhookBody {

  /** Enough for anything that is documented; a deeper body is nobody's event. */
  private static final int DEEPEST = 32;

  private static final String API_KEY = "apikey";
  private static final String REMOVED = "***";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private final ObjectNode root;

  private WebhookBody(ObjectNode root) {
    this.root = root;
  }

  /** The body that the text is; empty for what is no JSON object, such as an empty text. */
  public static Optional<WebhookBody> parse(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode object
          ? Optional.of(new WebhookBody(object))
          : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** The account's key as the sender states it. It is in no other form than this to be kept. */
  public Optional<String> apiKey() {
    return text(root, API_KEY);
  }

  /**
   * Whether this is the request by which the provider tries an address: it names neither an event,
   * nor a key, nor a journal record (reference 4.1, 4.6, 4.7).
   */
  public boolean isValidation() {
    return Stream.of("eventtype", API_KEY, "requestid", "requestguid")
        .allMatch(name -> find(root, name).isMissingNode());
  }

  /**
   * The same body without keys: whatever is called {@code ApiKey}, in any case and at any depth,
   * and each of these values wherever it stands.
   *
   * @param keys the keys that the account has or had
   */
  public WebhookBody without(Collection<String> keys) {
    ObjectNode clean = root.deepCopy();
    remove(clean);
    String text = clean.toString();
    for (String key : keys) {
      text =
          Pattern.compile(Pattern.quote(key), Pattern.CASE_INSENSITIVE)
              .matcher(text)
              .replaceAll(Matcher.quoteReplacement(REMOVED));
    }
    return parse(text).orElseThrow();
  }

  /** What the event says of itself. */
  public EventNotice notice() {
    JsonNode body = find(root, "body");
    return new EventNotice(
        text(root, "eventtype").orElse(""),
        text(body, "id").or(() -> text(body, "callid")).or(() -> text(root, "callid")),
        text(body, "extension"),
        text(root, "timestamp"),
        text(body, "from").or(() -> text(root, "from")),
        text(body, "to").or(() -> text(root, "to")));
  }

  /** The body as one line of JSON. */
  public String text() {
    return root.toString();
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = find(node, name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /**
   * @param name in lower case
   */
  private static JsonNode find(JsonNode node, String name) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().toLowerCase(Locale.ROOT).equals(name)) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  private static void remove(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().toLowerCase(Locale.ROOT).equals(API_KEY)) {
        field.setValue(TextNode.valueOf(REMOVED));
      } else {
        remove(field.getValue());
      }
    }
    if (node.isArray()) {
      node.forEach(WebhookBody::remove);
    }
  }
}
