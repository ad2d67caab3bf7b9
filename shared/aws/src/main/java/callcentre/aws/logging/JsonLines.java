package callcentre.aws.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Writes an event as one line of flat JSON: {@code timestamp}, {@code level}, {@code logger},
 * {@code message}, then the ids of {@link RequestScope} and the event's key-value pairs beside
 * them, and {@code error} when there is a throwable. Flat, because metric filters select {@code
 * $.provider_requests}; logback's own encoder puts the pairs into a list of maps, where no stable
 * path exists. {@code timestamp} and {@code level} are the names Lambda expects of JSON logs.
 *
 * <p>Every text passes {@link Masking} here, so nothing gets around it. Numbers and booleans stay
 * numbers and booleans.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

  /** CloudWatch refuses events over 256 KB; a stack is told by its first lines. */
  private static final int LONGEST_TEXT = 16_384;

  private static final Set<String> RESERVED =
      Set.of("timestamp", "level", "logger", "message", "error");

  private static final byte[] NOTHING = new byte[0];

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(256);
    line.append("{\"timestamp\":\"").append(timestamp(event)).append('"');
    text(line, "level", event.getLevel().toString());
    text(line, "logger", event.getLoggerName());
    text(line, "message", Masking.mask(event.getFormattedMessage()));
    for (Map.Entry<String, String> id : event.getMDCPropertyMap().entrySet()) {
      pair(line, id.getKey(), id.getValue());
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> pair(line, pair.key, pair.value));
    }
    IThrowableProxy error = event.getThrowableProxy();
    if (error != null) {
      error(line, error);
    }
    return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Instant timestamp(ILoggingEvent event) {
    Instant instant = event.getInstant();
    return instant != null ? instant : Instant.ofEpochMilli(event.getTimeStamp());
  }

  private static void pair(StringBuilder line, String name, @Nullable Object value) {
    String field = RESERVED.contains(name) ? name + "_" : name;
    if (Masking.isSecretName(name)) {
      text(line, field, Masking.HIDDEN);
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      name(line, field);
      line.append(value);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      name(line, field);
      line.append(number);
    } else if (value == null) {
      name(line, field);
      line.append("null");
    } else {
      text(line, field, Masking.mask(value.toString()));
    }
  }

  private static void error(StringBuilder line, IThrowableProxy error) {
    name(line, "error");
    line.append("{\"type\":\"").append(JsonEscapeUtil.jsonEscapeString(error.getClassName()));
    line.append('"');
    String message = error.getMessage();
    if (message != null) {
      text(line, "message", Masking.mask(message));
    }
    text(line, "stack", Masking.mask(ThrowableProxyUtil.asString(error)));
    line.append('}');
  }

  private static void name(StringBuilder line, String name) {
    line.append(",\"").append(JsonEscapeUtil.jsonEscapeString(name)).append("\":");
  }

  private static void text(StringBuilder line, String name, String value) {
    name(line, name);
    String shown =
        value.length() <= LONGEST_TEXT
            ? value
            : value.substring(0, LONGEST_TEXT) + "… (" + value.length() + " characters)";
    line.append('"').append(JsonEscapeUtil.jsonEscapeString(shown)).append('"');
  }
}
