package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorTest {

  private static final FaultMatch TEAM = FaultMatch.at("GET", "/v4/api/team");
  private static final FaultMatch PUT_STATUS =
      FaultMatch.at("PUT", "/v4/api/profile/status/{status}");

  private String token;

  @BeforeEach
  void signIn() {
    token = caller.accessToken();
  }

  @Test
  void aStatusIsAnsweredWithTheProvidersUsualBody() {
    simulator.add(Fault.status(500, TEAM));

    Caller.Reply reply = caller.get("/v4/api/team", token);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json().path("message").asText()).isEqualTo("An error has occurred.");
    assertThat(caller.get("/v4/api/profile", token).status()).isEqualTo(200);
  }

  @Test
  void aStatusMayHaveABodyAndARetryAfter() {
    simulator.add(
        Fault.status(429, TEAM)
            .withBody("{\"message\":\"Too many requests\"}")
            .withRetryAfter("7"));

    Caller.Reply reply = caller.get("/v4/api/team", token);
    assertThat(reply.json().path("message").asText()).isEqualTo("Too many requests");
    assertThat(reply.http().headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void theFirstMatchesPassAndOnlySoManyAreHit() {
    simulator.add(Fault.status(503, TEAM.skip(1).times(2)));

    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statuses.add(caller.get("/v4/api/team", token).status());
    }
    assertThat(statuses).containsExactly(200, 503, 503, 200, 200);
  }

  @Test
  void faultsAreTakenInTheirOrderOneForARequest() {
    simulator.add(Fault.status(500, TEAM.times(1)));
    simulator.add(Fault.status(503, TEAM.times(1)));

    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(500);
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(503);
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(200);
  }

  @Test
  void aPathMatchesAsTemplateAsItselfOrAsTheStartOfPaths() {
    simulator.add(Fault.status(500, FaultMatch.at("get", "/V4/api/profile/{extension}").times(1)));
    assertThat(caller.get("/v4/api/profile", token).status()).isEqualTo(200);
    assertThat(caller.get("/v4/api/profile/102", token).status()).isEqualTo(500);

    simulator.add(Fault.status(502, FaultMatch.at("GET", "/v4/api/profile/102").times(1)));
    assertThat(caller.get("/v4/api/profile/101", token).status()).isEqualTo(200);
    assertThat(caller.get("/v4/api/profile/102", token).status()).isEqualTo(502);

    simulator.add(Fault.status(503, FaultMatch.at("GET", "/v4/api/pro*")));
    assertThat(caller.get("/v4/api/profile", token).status()).isEqualTo(503);
    assertThat(caller.get("/v4/api/profile/101", token).status()).isEqualTo(503);
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(200);
  }

  @Test
  void aDroppedRequestHasNoAnswerAndNoEffect() {
    simulator.add(Fault.of(FaultKind.DROP, PUT_STATUS.times(1)));

    assertThat(rawPut()).isEmpty();
    assertThat(status()).isEqualTo("available");
  }

  @Test
  void aRequestDroppedAfterwardsHasNoAnswerButItsEffect() {
    simulator.add(Fault.of(FaultKind.DROP_AFTER, PUT_STATUS.times(1)));

    assertThat(rawPut()).isEmpty();
    assertThat(status()).isEqualTo("dnd");
  }

  @Test
  void anErrorAfterwardsIs500WithTheEffectDone() {
    simulator.add(Fault.of(FaultKind.ERROR_AFTER, PUT_STATUS));

    assertThat(caller.put("/v4/api/profile/status/dnd", token).status()).isEqualTo(500);
    assertThat(status()).isEqualTo("dnd");
  }

  @Test
  void aMalformedAnswerIsTheBeginningOfTheRealOne() {
    String whole = caller.send(caller.signed("/v4/api/team", token).GET()).body();
    simulator.add(Fault.of(FaultKind.MALFORMED, TEAM));

    HttpResponse<String> cut = caller.send(caller.signed("/v4/api/team", token).GET());
    assertThat(cut.statusCode()).isEqualTo(200);
    assertThat(whole).startsWith(cut.body());
    assertThat(cut.body().length()).isBetween(1, whole.length() - 1);
  }

  @Test
  void anHtmlPageAndAnEmptyBodyStandInForJson() {
    simulator.add(Fault.of(FaultKind.HTML, TEAM.times(1)));
    simulator.add(Fault.of(FaultKind.EMPTY, TEAM.times(1)));

    HttpResponse<String> page = caller.send(caller.signed("/v4/api/team", token).GET());
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=us-ascii");
    HttpResponse<String> empty = caller.send(caller.signed("/v4/api/team", token).GET());
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void aSpentLimitCanBePretended() {
    simulator.add(Fault.of(FaultKind.LIMIT_EXCEEDED, TEAM.times(1)));
    simulator.add(Fault.of(FaultKind.LIMIT_EXCEEDED, TEAM).withStatus(403));

    Caller.Reply reply = caller.get("/v4/api/team", token);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.json().path("message").asText()).isEqualTo("Limit Exceeded");
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(403);
  }

  @Test
  void aSlowAnswerIsTheRealOne() {
    simulator.add(Fault.of(FaultKind.SLOW, TEAM).withDelayMillis(20));

    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(200);
  }

  @Test
  void aTimeoutHoldsTheConnectionAndClosesItWithoutAnAnswer() {
    simulator.add(Fault.of(FaultKind.TIMEOUT, PUT_STATUS).withDelayMillis(20));

    assertThat(rawPut()).isEmpty();
    assertThat(status()).isEqualTo("available");
  }

  @Test
  void tokensCanFailToo() {
    simulator.add(Fault.status(500, FaultMatch.at("POST", "/v4/auth/token").times(1)));

    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(500);
    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(200);
  }

  @Test
  void theLogNamesTheFaultThatARequestMet() {
    Fault fault = simulator.add(Fault.status(500, TEAM));
    caller.get("/v4/api/team", token);

    assertThat(simulator.requests().records().getLast().fault()).isEqualTo(fault.id());
  }

  @Test
  void aFaultThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Fault.status(99, TEAM)).hasMessageContaining("200 to 599");
    assertThatThrownBy(() -> Fault.of(FaultKind.STATUS, TEAM)).hasMessageContaining("status");
    assertThatThrownBy(() -> TEAM.times(0)).hasMessageContaining("times");
    simulator.add(Fault.status(500, TEAM).withId("mine"));
    assertThatThrownBy(() -> simulator.add(Fault.status(500, TEAM).withId("mine")))
        .hasMessageContaining("mine");
  }

  private String rawPut() {
    return RawConnection.exchange(
        simulator,
        "PUT /v4/api/profile/status/dnd HTTP/1.1",
        "Host: localhost",
        "Content-Length: 0",
        "Authorization: Bearer " + token,
        "x-api-key: " + simulator.apiKey());
  }

  private String status() {
    return caller.get("/v4/api/profile/status", token).json().findPath("status").asText();
  }
}
