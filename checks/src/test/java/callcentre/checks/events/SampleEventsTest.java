package callcentre.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.openapi.Conformance;
import callcentre.checks.system.GuardedStage;
import callcentre.checks.system.GuardedStageExtension;
import callcentre.runner.process.Outcome;
import callcentre.runner.seed.DemoUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every file in {@code events/} drives the built package of its function, on services that refuse
 * whatever the function's role does not grant.
 */
@ExtendWith(GuardedStageExtension.class)
class SampleEventsTest {

  private final GuardedStage stage;
  private final Conformance conformance = new Conformance();

  SampleEventsTest(GuardedStage stage) {
    this.stage = stage;
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api-phone-numbers-list, phone-numbers, 200",
    "api-phone-numbers-update, phone-numbers, 200",
    "api-extensions-list, extensions, 200",
    "api-reports-list, reports, 200",
    "api-calls-list, calls, 200",
    "api-calls-comment, calls, 404",
    "api-voicemails-list, voicemails, 200",
    "api-messages-send, messages, 202",
    "api-messages-list, messages, 200",
    "api-users-get, users, 200",
    "api-user-status-get, user-status, 200",
    "api-organisations-settings, organisations, 200",
    "api-operations-usage, operations, 200",
    "api-operations-health, operations, 200",
    "api-sync-requests-jobs, sync-requests, 200",
    "api-audio-play, audio, 404",
    "api-webhook-unknown-address, webhook-receiver, 404",
  })
  void anEventOfTheApiIsAnsweredAsDocumented(String name, String function, int status) {
    JsonNode event = GuardedStage.event(name);
    JsonNode answer = answerOf(function, event);
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    assertThat(
            conformance.violations(
                event.path("httpMethod").asText(),
                event.path("resource").asText(),
                status,
                headersOf(answer),
                bodyOf(answer)))
        .isEmpty();
  }

  @Test
  void theListOfNumbersHoldsWhatTheFirstSyncJoined() {
    JsonNode body = bodyOf(answerOf("phone-numbers", GuardedStage.event("api-phone-numbers-list")));
    assertThat(body.path("phone_numbers").findValuesAsText("number"))
        .containsExactly("+13123194556", "+17323286846", "+18482161220");
  }

  @Test
  void aPreflightIsAnsweredWithoutAToken() {
    JsonNode answer = answerOf("phone-numbers", GuardedStage.event("preflight"));
    assertThat(answer.path("statusCode").asInt()).isEqualTo(204);
    assertThat(headersOf(answer))
        .containsEntry("access-control-allow-origin", "http://localhost:3000");
  }

  @Test
  void theAuthorizerLetsInWhoeverHasAGoodToken() {
    ObjectNode event = GuardedStage.event("authorizer-request").deepCopy();
    String token = "Bearer " + stage.facts().tokens().get("platform_admin");
    event.withObject("/headers").put("Authorization", token);
    event.withObject("/multiValueHeaders").withArray("Authorization").removeAll().add(token);
    JsonNode answer = answerOf("authorizer", event);
    assertThat(answer.path("principalId").asText()).isEqualTo(DemoUser.ADMINISTRATOR);
    assertThat(answer.at("/context/role").asText()).isEqualTo("platform_admin");
    assertThat(answer.at("/policyDocument/Statement/0/Effect").asText()).isEqualTo("Allow");
  }

  @Test
  void theAuthorizerRefusesTheSamplesTokenInTheWordsThatTheGatewayKnows() {
    assertThat(stage.invoke("authorizer", GuardedStage.event("authorizer-request")))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.message()).isEqualTo("Unauthorized"));
  }

  @Test
  void theWorkerLeavesAJobAloneThatDoesNotExist() {
    JsonNode answer = answerOf("sync-worker", GuardedStage.event("sync-queue"));
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void anEventThatWaitedOnTheQueueIsStored() {
    JsonNode answer = answerOf("webhook-recovery", GuardedStage.event("webhook-queue"));
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void anEventOfTheStreamIsInTheRowOfItsCall() {
    JsonNode answer = answerOf("call-projector", GuardedStage.event("call-events-stream"));
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void aCountedRequestIsToldToTheLiveChannel() {
    JsonNode answer = answerOf("live-publisher", GuardedStage.event("usage-stream"));
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void theSenderReportsAMessageThatHasNoRow() {
    JsonNode answer = answerOf("sms-sender", GuardedStage.event("sms-queue"));
    assertThat(answer.path("batchItemFailures")).hasSize(1);
  }

  @Test
  void theDispatcherLooksWhatIsDue() {
    assertThat(answerOf("sms-dispatcher", GuardedStage.event("schedule-sms")).asText())
        .contains("0 steps failed");
  }

  @Test
  void theSweeperLooksWhichConnectionsEnd() {
    assertThat(answerOf("sweeper", GuardedStage.event("schedule-sweep")).asText())
        .startsWith("ended ");
  }

  @Test
  void aConnectionWithoutAGoodTicketIsRefused() {
    JsonNode answer = answerOf("live-connections", GuardedStage.event("live-connect"));
    assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"schedule-due", "schedule-full"})
  void theScheduleDecidesWithoutAPerson(String name) {
    assertThat(stage.invoke("scheduled-sync", GuardedStage.event(name)))
        .isInstanceOf(Outcome.Answer.class);
  }

  @Test
  void everyFileIsUsedHere() throws IOException {
    Set<String> files = new TreeSet<>();
    try (var entries = Files.list(Repository.file("events"))) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(entry -> entry.endsWith(".json") && !entry.equals("sam-env.json"))
          .forEach(files::add);
    }
    String here =
        Repository.text(
            Repository.file("checks/src/test/java/callcentre/checks/events/SampleEventsTest.java"));
    assertThat(files)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(here).contains(file.replace(".json", "")));
  }

  private JsonNode answerOf(String function, JsonNode event) {
    return switch (stage.invoke(function, event)) {
      case Outcome.Answer(byte[] payload) -> read(payload);
      case Outcome.Failure failure -> throw new AssertionError(function + ": " + failure);
      case Outcome.Throttled throttled -> throw new AssertionError(function + ": " + throttled);
    };
  }

  private static JsonNode read(byte[] payload) {
    try {
      return Repository.JSON.readTree(payload);
    } catch (IOException malformed) {
      throw new AssertionError("an answer is no JSON", malformed);
    }
  }

  private static Map<String, String> headersOf(JsonNode answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(
            header ->
                headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().path(0).asText()));
    answer
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    return headers;
  }

  private static JsonNode bodyOf(JsonNode answer) {
    String text = answer.path("body").asText("");
    return text.isEmpty() ? MissingNode.getInstance() : read(text.getBytes());
  }
}
