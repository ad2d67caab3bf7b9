package callcentre.simulator.traffic;

import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every request to send a message as soon as it is there, also when a fault befalls it afterwards:
 * what a client asked for, not what the account did.
 */
public final class SendLog {

  /** How many requests are remembered. */
  public static final int CAPACITY = 20_000;

  /** The place of one request in the log. */
  public final class Entry {
    private SendRecord state;

    private Entry(SendRecord state) {
      this.state = state;
    }

    /** Notes the status of the answer. */
    public void answered(int status) {
      synchronized (SendLog.this) {
        state = state.withStatus(status);
      }
    }
  }

  private final InstantSource clock;
  private final Deque<Entry> entries = new ArrayDeque<>();

  /** An empty log. */
  public SendLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a request; empty when it is none that sends a message. */
  public Optional<Entry> arrived(Request request) {
    if (!request.method().equals("POST")
        || !request.path().toLowerCase(Locale.ROOT).endsWith("/messages/send")) {
      return Optional.empty();
    }
    Entry entry = new Entry(read(request));
    synchronized (this) {
      entries.addLast(entry);
      if (entries.size() > CAPACITY) {
        entries.removeFirst();
      }
    }
    return Optional.of(entry);
  }

  /** The remembered requests, oldest first. */
  public synchronized List<SendRecord> records() {
    return entries.stream().map(entry -> entry.state).toList();
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    entries.clear();
  }

  private SendRecord read(Request request) {
    JsonNode body = json(request.body());
    List<String> to = new ArrayList<>();
    body.path("to").forEach(number -> to.add(number.asText()));
    List<SendRecord.SentFile> files = new ArrayList<>();
    body.path("attachments")
        .forEach(
            file ->
                files.add(
                    new SendRecord.SentFile(
                        file.path("name").asText(), file.path("data").asText().length())));
    return new SendRecord(
        clock.instant(),
        request.path(),
        body.path("from").asText(),
        to,
        body.path("message").asText(),
        files,
        null);
  }

  private static JsonNode json(String body) {
    try {
      return Json.read(body);
    } catch (JsonProcessingException unreadable) {
      // The provider answers such a body itself; here it is a request without content.
      return Json.object();
    }
  }
}
