package callcentre.checks.system;

import callcentre.checks.Repository;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.seed.WebhookRegistration;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** The simulated MightyCall, scripted over HTTP as local/README.md says. */
public final class ProviderSwitch {

  /** What tells of a call of {@link #callShortly}. */
  public static final int EVENTS_OF_A_SHORT_CALL = 4;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LocalFacts facts;
  private final String control;

  public ProviderSwitch(LocalFacts facts) {
    this.facts = facts;
    control = facts.account().simulatorAddress().orElseThrow() + "/_simulator";
  }

  /** Plans a fault; {@code json} as in local/README.md, "Faults". */
  public void fault(String json) {
    call("POST", "/faults", json);
  }

  /** Puts calls into the history and answers them with their ids; {@code json} as documented. */
  public JsonNode calls(String json) {
    return call("POST", "/calls", json);
  }

  /** From now on the system is told of calls, and of nothing before. */
  public void registerWebhooks() throws InterruptedException {
    clear();
    WebhookRegistration.register(
        facts.account().simulatorAddress().orElseThrow(), facts.webhookAddress());
  }

  /**
   * A call of less than a second, on a number that no organisation has; {@link
   * #EVENTS_OF_A_SHORT_CALL} events tell of it.
   *
   * @return its id
   */
  public String callShortly(String extension) {
    return calls(
            """
            {"calls": [{"number": "+18482161220", "answered_by": "%s", "ring_ms": 400,
             "duration_ms": 400}]}"""
                .formatted(extension))
        .at("/calls/0/id")
        .asText();
  }

  /** How many events of a call were answered with 200. */
  public long taken(String call) {
    return StreamSupport.stream(deliveries().spliterator(), false)
        .filter(delivery -> delivery.path("status").asInt() == 200)
        .filter(delivery -> delivery.path("call").asText().equals(call))
        .count();
  }

  /** Nobody is told of calls any more, and what was sent is forgotten. */
  public void forgetWebhooks() {
    call("DELETE", "/webhooks", "");
    call("DELETE", "/webhooks/deliveries", "");
  }

  /** The events that were sent, as documented. */
  public JsonNode deliveries() {
    return call("GET", "/webhooks/deliveries", "").path("deliveries");
  }

  /** Makes all links to recordings expire that were given out until now. */
  public void expireLinks() {
    call("DELETE", "/links", "");
  }

  /** No faults, an empty request log, and nothing counted against the daily limit. */
  public void clear() {
    call("DELETE", "/faults", "");
    call("DELETE", "/requests", "");
    call("DELETE", "/budget", "");
  }

  public void clearFaults() {
    call("DELETE", "/faults", "");
  }

  /** Forgets every call, voicemail and message. */
  public void emptyHistory() {
    call("DELETE", "/history", "");
  }

  /** How many calls, voicemails and messages each of these days of UTC has. */
  public JsonNode counts(LocalDate from, LocalDate to) {
    return call("GET", "/history?from=%s&to=%s".formatted(from, to), "").path("days");
  }

  /** The account's keys, and what each user signs in with. */
  public JsonNode credentials() {
    return call("GET", "/credentials", "");
  }

  /** Asks for credentials with new values; answers the present ones. */
  public JsonNode credentials(String json) {
    return call("PUT", "/credentials", json);
  }

  /** Methods and paths of the requests since the last {@link #clear}. */
  public List<String> requests() {
    return StreamSupport.stream(call("GET", "/requests", "").path("requests").spliterator(), false)
        .map(request -> request.path("method").asText() + " " + request.path("path").asText())
        .toList();
  }

  /** How often this text was asked to be sent, whatever the answer was. */
  public long sends(String text) {
    return StreamSupport.stream(call("GET", "/sends", "").path("sends").spliterator(), false)
        .filter(send -> send.path("message").asText().equals(text))
        .count();
  }

  private JsonNode call(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(control + path))
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + response.body());
      }
      return response.body().isEmpty()
          ? Repository.JSON.createObjectNode()
          : Repository.JSON.readTree(response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException("the simulator's control did not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
