package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the answers with the sample files of the provider: status, field names, order, types.
 */
class SampleShapesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Not an answer: what a client sends, and what no route of this slice answers by itself. */
  private static final Set<String> NOT_ANSWERS =
      Set.of(
          "phonenumbers-delete-request.json",
          "calls-makecall-request.json",
          "messages-send-request.json",
          "messages-send-mms-request.json",
          "messages-send-429.json",
          "error-403-role.json",
          "error-500.json");

  /** What parameters or the state of a row add to it. */
  private static final Set<String> OPTIONAL =
      Set.of("resolvedContacts", "resolvedExternalContacts", "tags", "internalCallUsers");

  private final Map<String, Function<Caller, Caller.Reply>> scenes = new TreeMap<>();
  private Simulator simulator;

  @BeforeEach
  void start() {
    simulator = Simulator.start();
    scene("auth-token-200", c -> c.signIn(simulator.apiKey(), simulator.adminSecret()));
    scene(
        "auth-refresh-200",
        c -> {
          Caller.Reply signedIn = c.signIn(simulator.apiKey(), simulator.adminSecret());
          return c.refresh(signedIn.json().path("refresh_token").asText());
        });
    scene("auth-token-400-invalid_client", c -> c.signIn(simulator.apiKey(), "wrong"));
    scene("auth-refresh-400-invalid_grant", c -> c.refresh("unknown"));
    scene("auth-token-400-unsupported_grant_type", c -> c.token(Map.of("grant_type", "x")));
    scene("error-401-unauthorized", c -> c.get("/v4/api/team", "expired"));
    scene("error-404-unknown-route", c -> c.get("/v4/api/extensions", c.accessToken()));
    scene(
        "error-daily-limit",
        c -> {
          simulator.change(s -> s.withBudget(s.budget().withDailyLimit(0)));
          return c.get("/v4/api/team", "any");
        });
    scene("ping-200", c -> c.json(c.request("/v4/api/ping").GET()));
    scene("profile-get-200", c -> c.get("/v4/api/profile", c.accessToken()));
    scene("profile-get-400-not-found", c -> c.get("/v4/api/profile/999", c.accessToken()));
    scene("profile-status-200", c -> c.get("/v4/api/profile/status", c.accessToken()));
    scene("profile-status-put-200", c -> c.put("/v4/api/profile/status/dnd", c.accessToken()));
    scene("profile-status-put-400", c -> c.put("/v4/api/profile/status/lunch", c.accessToken()));
    scene("team-200", c -> c.get("/v4/api/team", c.accessToken()));
    scene("phonenumbers-list-200", c -> c.get("/v4/api/phonenumbers", c.accessToken()));
    scene("phonenumbers-get-200", c -> c.get("/v4/api/phonenumbers/312", c.accessToken()));
    scene(
        "phonenumbers-get-400-not-found",
        c -> c.get("/v4/api/phonenumbers/99999", c.accessToken()));
    scene(
        "phonenumbers-delete-200",
        c -> c.deleteNumbers(c.accessToken(), "[\"+13123194556\",\"8482161220\"]"));
    scene(
        "phonenumbers-delete-202",
        c -> c.deleteNumbers(c.accessToken(), "[\"+15550000000\",\"8482161220\"]"));
    scene(
        "phonenumbers-delete-400",
        c -> c.deleteNumbers(c.accessToken(), "[\"+15550000000\",\"\"]"));
    HistoryScenes.all(simulator).forEach(this::scene);
    MessageScenes.all().forEach(this::scene);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @TestFactory
  List<DynamicTest> everyAnswerHasTheShapeOfItsSample() {
    return scenes.entrySet().stream()
        .map(scene -> DynamicTest.dynamicTest(scene.getKey(), () -> compare(scene)))
        .toList();
  }

  @Test
  void everySampleFileOfTheSliceIsCompared() throws IOException, URISyntaxException {
    Path folder = Path.of(SampleShapesTest.class.getResource("/samples").toURI());
    try (var files = Files.list(folder)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      names.removeAll(NOT_ANSWERS);
      assertThat(scenes.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void theCommonErrorsReadAsInTheirSamples() {
    try (Caller caller = new Caller(simulator)) {
      simulator.add(Fault.status(403, FaultMatch.all().times(1)));
      assertThat(caller.get("/v4/api/team", "x").json()).isEqualTo(sample("error-403-role.json"));
      simulator.add(Fault.of(FaultKind.ERROR_AFTER, FaultMatch.all().times(1)));
      assertThat(caller.get("/v4/api/team", "x").json()).isEqualTo(sample("error-500.json"));
    }
  }

  @Test
  void theErrorSentencesAreThoseOfTheSamples() {
    try (Caller caller = new Caller(simulator)) {
      List<String> fixed =
          List.of(
              "auth-token-400-invalid_client.json",
              "error-401-unauthorized.json",
              "ping-200.json",
              "profile-get-400-not-found.json",
              "profile-status-put-200.json",
              "profile-status-put-400.json",
              "phonenumbers-get-400-not-found.json");
      for (String name : fixed) {
        assertThat(scenes.get(name).apply(caller).json()).as(name).isEqualTo(sample(name));
      }
      assertThat(caller.get("/v4/api/extensions", "x").json().path("message").asText())
          .isEqualTo(
              sample("error-404-unknown-route.json")
                  .path("message")
                  .asText()
                  .replace("https://api.mightycall.com", simulator.baseUrl()));
      assertThat(resultsOf("phonenumbers-delete-400.json", caller))
          .isEqualTo(resultsOf(sample("phonenumbers-delete-400.json")));
      assertThat(resultsOf("phonenumbers-delete-200.json", caller))
          .isEqualTo(resultsOf(sample("phonenumbers-delete-200.json")));
    }
  }

  private void scene(String sample, Function<Caller, Caller.Reply> request) {
    scenes.put(sample + ".json", request);
  }

  private void compare(Map.Entry<String, Function<Caller, Caller.Reply>> scene) {
    simulator.reset();
    try (Caller caller = new Caller(simulator)) {
      Caller.Reply reply = scene.getValue().apply(caller);
      assertThat(shape(reply.json())).isEqualTo(shape(sample(scene.getKey())));
      assertThat(String.valueOf(reply.status())).isEqualTo(statusIn(scene.getKey()));
    }
  }

  private List<String> resultsOf(String scene, Caller caller) {
    simulator.reset();
    return resultsOf(scenes.get(scene).apply(caller).json());
  }

  private static List<String> resultsOf(JsonNode results) {
    List<String> texts = new ArrayList<>();
    results.forEach(r -> texts.add(r.path("status").asText() + " " + r.path("message").asText()));
    return texts;
  }

  private static String statusIn(String sample) {
    return sample.equals("error-daily-limit.json")
        ? "429"
        : sample.replaceAll(".*-(\\d{3})[-.].*", "$1");
  }

  /** Field names in their order with the types of their values; an array by its distinct items. */
  private static String shape(JsonNode node) {
    if (node.isObject()) {
      List<String> fields = new ArrayList<>();
      node.properties().stream()
          .filter(f -> !OPTIONAL.contains(f.getKey()))
          .forEach(f -> fields.add(f.getKey() + ":" + shape(f.getValue())));
      return "{" + String.join(",", fields) + "}";
    }
    if (node.isArray()) {
      TreeSet<String> items = new TreeSet<>();
      node.forEach(item -> items.add(shape(item)));
      return items.toString();
    }
    return node.getNodeType().toString();
  }

  private static JsonNode sample(String name) {
    try (InputStream file = SampleShapesTest.class.getResourceAsStream("/samples/" + name)) {
      return MAPPER.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
