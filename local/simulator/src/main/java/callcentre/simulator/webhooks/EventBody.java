package callcentre.simulator.webhooks;

import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Events as they are written (reference 4.3, 4.6). */
final class EventBody {

  static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";

  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventBody() {}

  /**
   * The body of an event.
   *
   * @param type the event's name among {@code names}
   */
  static String of(
      PhoneCall call, CallEvent event, EventNames names, String type, String guid, String apiKey) {
    ObjectNode json = Json.object();
    ObjectNode body = json.putObject("Body").put("From", from(call)).put("To", to(call));
    switch (names) {
      case CLASSIC -> body.put("Id", call.guid());
      case CONTACT_CENTER -> json.put("CallId", call.guid());
    }
    if (event.extension() != null) {
      body.put("Extension", event.extension());
    } else if (event.hasNullExtension()) {
      body.putNull("Extension");
    }
    return Json.write(
        json.put("Guid", guid)
            .put("ApiKey", apiKey)
            .put("Timestamp", timestamp(event.at()))
            .put("EventType", type));
  }

  /** The same with a raw line break inside a text, as one receiver found (reference 4.2, B). */
  static String withLineBreaks(String body) {
    return body.replaceFirst("\"To\":\"", "\"To\":\"\r\n");
  }

  private static String timestamp(Instant at) {
    return SEVEN_DIGITS.format(at);
  }

  private static String from(PhoneCall call) {
    return switch (call.origin()) {
      case INBOUND -> call.client().address();
      case OUTBOUND, CALLBACK -> number(call);
      case INTERNAL -> Objects.requireNonNull(call.callerExtension(), "a colleague called");
    };
  }

  private static String to(PhoneCall call) {
    return call.origin() == Origin.INBOUND ? number(call) : call.client().address();
  }

  private static String number(PhoneCall call) {
    return Objects.requireNonNull(call.businessNumber(), "a client's call has a number");
  }
}
