package callcentre.cloud.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A function that keeps its events and answers what it was told to. */
final class RecordedFunction implements RouteIntegration {

  static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final AtomicReference<String> answer =
      new AtomicReference<>(
          "{\"statusCode\":200,\"headers\":{\"Sec-WebSocket-Protocol\":\"mightycall.v1\"}}");
  private final AtomicReference<Boolean> failing = new AtomicReference<>(false);

  void answer(String json) {
    answer.set(json);
  }

  void fail() {
    failing.set(true);
  }

  JsonNode next() throws InterruptedException {
    JsonNode event = events.poll(20, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("No event came in 20 s");
    }
    return event;
  }

  @Override
  public byte[] invoke(byte[] event) throws IntegrationException {
    try {
      events.add(JSON.readTree(event));
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
    if (failing.get()) {
      throw new IntegrationException("The function fails, as it was told to");
    }
    return answer.get().getBytes(StandardCharsets.UTF_8);
  }
}
