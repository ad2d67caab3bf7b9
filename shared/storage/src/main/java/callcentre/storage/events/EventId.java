package callcentre.storage.events;

import callcentre.storage.Table;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event's key in the table, and its name in answers. */
public record EventId(String hash, String range) {

  private static final char SEPARATOR = '\n';

  /** The id as text that fits into a path. */
  public String text() {
    String both = hash + SEPARATOR + range;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads {@link #text}; empty when it is no id. */
  public static Optional<EventId> parse(String text) {
    String both;
    try {
      both = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
    int separator = both.indexOf(SEPARATOR);
    return separator <= 0 || separator == both.length() - 1
        ? Optional.empty()
        : Optional.of(new EventId(both.substring(0, separator), both.substring(separator + 1)));
  }

  Map<String, AttributeValue> key() {
    return Table.CALL_EVENTS.key(hash, range);
  }

  @Override
  public String toString() {
    return text();
  }
}
