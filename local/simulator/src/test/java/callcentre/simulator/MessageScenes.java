package callcentre.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Requests to send messages that are answered as in the samples of reference 3.8. */
final class MessageScenes {

  static final String SEND = "/v4/api/messages/send";
  static final String JSON = "application/json";

  private MessageScenes() {}

  /** By the names of the samples. */
  static Map<String, Function<Caller, Caller.Reply>> all() {
    String text = sample("messages-send-request").replace("+12125550147", "+13123194556");
    String picture = sample("messages-send-mms-request").replace("+12125550147", "+13123194556");
    return Map.of(
        "messages-send-200", c -> c.send("POST", SEND, c.accessToken(), JSON, text),
        "messages-send-mms-200", c -> c.send("POST", SEND, c.accessToken(), JSON, picture),
        "messages-send-400",
            c -> c.send("POST", SEND, c.accessToken(), JSON, text.replace("+13123194556", "")),
        "messages-send-403",
            c ->
                c.send(
                    "POST",
                    SEND,
                    c.accessToken(),
                    JSON,
                    text.replace("+13123194556", "+12125550147")));
  }

  static String sample(String name) {
    try (InputStream file = MessageScenes.class.getResourceAsStream("/samples/" + name + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
