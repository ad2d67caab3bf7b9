package callcentre.simulator.families.messages;

import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The body of a request to send a message (MightyCall reference 3.8), and what is wrong with it.
 *
 * @param problems by field, in order; the rest is as far as it could be read
 */
record SendModel(
    String from,
    List<String> to,
    String message,
    List<TextMessage.Attachment> attachments,
    Map<String, String> problems) {

  /** North America only, and the plus must be there (reference 2.7). */
  private static final Pattern FROM = Pattern.compile("\\+1\\d{8,15}");

  private static final Pattern TO = Pattern.compile("\\+?\\d{7,15}");
  private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|bmp|webp)");

  static SendModel read(String body) {
    Map<String, String> problems = new LinkedHashMap<>();
    JsonNode model = parse(body);
    String from = model.path("from").asText();
    if (from.isBlank()) {
      problems.put("from", "Source phone number is required.");
    } else if (!FROM.matcher(from).matches()) {
      problems.put("from", "Source phone number has invalid format.");
    }
    List<String> to = new ArrayList<>();
    model.path("to").forEach(number -> to.add(number.asText()));
    if (to.isEmpty()) {
      problems.put("to", "Destination phone numbers are required.");
    } else if (!to.stream().allMatch(number -> TO.matcher(number).matches())) {
      problems.put("to", "Destination phone number has invalid format.");
    }
    List<TextMessage.Attachment> files = new ArrayList<>();
    model.path("attachments").forEach(file -> readFile(file, files, problems));
    String message = model.path("message").asText();
    if (message.isBlank() && files.isEmpty() && !problems.containsKey("attachments")) {
      problems.put("message", "Message is required.");
    }
    return new SendModel(from, to, message, files, problems);
  }

  private static void readFile(
      JsonNode file, List<TextMessage.Attachment> files, Map<String, String> problems) {
    String name = file.path("name").asText();
    String data = file.path("data").asText();
    if (name.isBlank() || data.isBlank()) {
      problems.put("attachments", "Attachment name and data are required.");
      return;
    }
    try {
      ByteBuffer content = ByteBuffer.wrap(Base64.getDecoder().decode(data)).asReadOnlyBuffer();
      files.add(
          new TextMessage.Attachment(
              name, content.remaining(), IMAGE.matcher(name).matches(), content));
    } catch (IllegalArgumentException notBase64) {
      problems.put("attachments", "Attachment data has invalid format.");
    }
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode tree = Json.read(body);
      return tree.isObject() ? lowerCased(tree) : Json.object();
    } catch (JsonProcessingException unreadable) {
      // A body that cannot be read leaves the model empty, and its fields are what is reported.
      return Json.object();
    }
  }

  /** ASP.NET binds names in any case. */
  private static JsonNode lowerCased(JsonNode tree) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    tree.properties().forEach(f -> fields.put(f.getKey().toLowerCase(Locale.ROOT), f.getValue()));
    return Json.object().setAll(fields);
  }
}
