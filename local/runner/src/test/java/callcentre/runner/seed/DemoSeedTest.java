package callcentre.runner.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the published API does. */
class DemoSeedTest {

  private static final String SYNCED =
      "{\"success\":true,\"job_id\":\"j1\",\"datasets\":{\"numbers\":{\"fetched\":4,\"inserted\":3,"
          + "\"updated\":0,\"unchanged\":0,\"merged\":1,\"skipped\":0,\"failed\":0,\"requests\":1}}}";

  private static final String ASK =
      "POST /api/admin/mightycall/sync {\"datasets\":[\"numbers\",\"extensions\",\"journal\","
          + "\"calls\",\"voicemails\"]}";

  private record Planned(int status, String body) {}

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Deque<Planned>> answers = new HashMap<>();
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private DemoSeed seed;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    seed = new DemoSeed(address, "the-token", progress::add);
    plan("POST /api/admin/mightycall/sync", 200, SYNCED);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everythingGoesThroughTheApiAndNumbersAreAssignedWhenTheyAndTheirOwnersExist()
      throws Exception {
    seed.plant();

    assertThat(requests)
        .contains(
            "PUT /api/admin/orgs/genx {\"name\":\"GenX\"}",
            "PUT /api/admin/orgs/victorysync {\"name\":\"VictorySync\"}",
            "PUT /api/admin/users/demo-agent {\"role\":\"agent\",\"display_name\":\"Maria Lopez\","
                + "\"organisations\":[\"genx\"],\"extension\":\"101\"}",
            "PUT /api/admin/users/demo-none {\"role\":\"none\",\"display_name\":\"Kim Frost\","
                + "\"organisations\":[]}");
    assertThat(requests.subList(requests.size() - 2, requests.size()))
        .containsExactlyInAnyOrder(
            "PATCH /api/admin/mightycall/phone-numbers/%2B13123194556 {\"orgId\":\"genx\"}",
            "PATCH /api/admin/mightycall/phone-numbers/%2B17323286846 {\"orgId\":\"victorysync\"}");
    assertThat(requests).noneMatch(request -> request.contains("8482161220"));
    assertThat(requests.indexOf("PUT /api/admin/orgs/genx {\"name\":\"GenX\"}"))
        .isLessThan(indexOf("PUT /api/admin/users/demo-agent"));
    assertThat(progress).contains("First sync: numbers (fetched 4, inserted 3, merged 1)");
  }

  @Test
  void aSyncThatTakesLongerThanARequestIsWatchedToItsEnd() throws Exception {
    answers.clear();
    plan("POST /api/admin/mightycall/sync", 202, "{\"job_id\":\"j1\",\"datasets\":{}}");
    plan("GET /api/admin/mightycall/sync/jobs/j1", 200, "{\"status\":\"running\"}");
    plan(
        "GET /api/admin/mightycall/sync/jobs/j1",
        200,
        SYNCED.replace("\"success\":true", "\"status\":\"succeeded\""));

    seed.sync();

    assertThat(requests)
        .containsExactly(
            ASK,
            "GET /api/admin/mightycall/sync/jobs/j1",
            "GET /api/admin/mightycall/sync/jobs/j1");
    assertThat(progress).containsExactly("First sync: numbers (fetched 4, inserted 3, merged 1)");
  }

  @Test
  void aJobOfTheScheduleThatWasFasterIsAwaitedFirst() throws Exception {
    answers.clear();
    plan("POST /api/admin/mightycall/sync", 409, "{\"job_id\":\"j0\"}");
    plan("GET /api/admin/mightycall/sync/jobs/j0", 200, "{\"status\":\"succeeded\"}");
    plan("POST /api/admin/mightycall/sync", 200, SYNCED);

    seed.sync();

    assertThat(requests).containsExactly(ASK, "GET /api/admin/mightycall/sync/jobs/j0", ASK);
    assertThat(progress).containsExactly("First sync: numbers (fetched 4, inserted 3, merged 1)");
  }

  @Test
  void aRefusedStepStopsTheSeedAndIsQuoted() {
    answers.clear();
    plan("POST /api/admin/mightycall/sync", 500, "{\"detail\":\"invalid_client\"}");

    assertThatThrownBy(seed::plant)
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("POST /api/admin/mightycall/sync answered 500")
        .hasMessageContaining("invalid_client");
    assertThat(requests).noneMatch(request -> request.startsWith("PATCH"));
  }

  @Test
  void aJobThatFailsIsQuoted() {
    answers.clear();
    plan("POST /api/admin/mightycall/sync", 202, "{\"job_id\":\"j1\"}");
    plan(
        "GET /api/admin/mightycall/sync/jobs/j1",
        200,
        "{\"status\":\"failed\",\"error\":{\"detail\":\"invalid_client\"}}");

    assertThatThrownBy(seed::sync).hasMessageContaining("invalid_client");
  }

  private void plan(String request, int status, String body) {
    answers.computeIfAbsent(request, ignored -> new ArrayDeque<>()).add(new Planned(status, body));
  }

  private int indexOf(String start) {
    for (int i = 0; i < requests.size(); i++) {
      if (requests.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError(start + " is not among " + requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
      requests.add(body.isEmpty() ? request : request + " " + body);
      boolean known =
          "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      Deque<Planned> planned = answers.getOrDefault(request, new ArrayDeque<>());
      Planned next =
          planned.isEmpty() ? new Planned(known ? 200 : 401, "{}") : planned.removeFirst();
      byte[] bytes = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(next.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
