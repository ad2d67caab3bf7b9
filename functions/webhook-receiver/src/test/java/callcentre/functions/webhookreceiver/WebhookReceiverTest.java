package callcentre.functions.webhookreceiver;

import static callcentre.functions.webhookreceiver.Bench.KEY;
import static callcentre.functions.webhookreceiver.Bench.TOKEN;
import static callcentre.functions.webhookreceiver.Bench.event;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class WebhookReceiverTest {

  private static final String CALL = "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192";
  private static final String TAKEN = "{\"success\":true}";

  private final Bench bench;

  WebhookReceiverTest(Cloud cloud) {
    bench = new Bench(cloud);
  }

  @Test
  void anEventIsStoredAndAnsweredWithOneWrite() {
    bench.post(TOKEN, event(KEY, CALL, 5));
    bench.requests.reset();

    APIGatewayProxyResponseEvent answer = bench.post(TOKEN, event(KEY, CALL, 6));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo(TAKEN);
    assertThat(bench.requests.total()).isEqualTo(1);
    assertThat(bench.stored())
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.get("call_id").s()).isEqualTo(CALL);
              assertThat(item.get("status").s()).isEqualTo("received");
              assertThat(item.get("type").s()).isEqualTo("IncomingCallRinging");
            });
  }

  @Test
  void fiveHundredEventsAtOnceAreEachStoredOnce() throws Exception {
    List<Future<APIGatewayProxyResponseEvent>> answers = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
      for (int number = 0; number < 600; number++) {
        String body = event(KEY, CALL, number % 500);
        answers.add(senders.submit(() -> bench.post(TOKEN, body)));
      }
    }

    for (Future<APIGatewayProxyResponseEvent> answer : answers) {
      assertThat(answer.get().getStatusCode()).isEqualTo(200);
    }
    assertThat(bench.stored()).hasSize(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "one-of-two-live-token", "ONE-OF-TWO-LIVE-TOKENS", ""})
  void aForgedTokenStoresNothingAndIsUnknown(String token) {
    APIGatewayProxyResponseEvent answer = bench.post(token, event(KEY, CALL, 5));

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("\"error\":\"not_found\"").doesNotContain(TOKEN);
    assertThat(bench.stored()).isEmpty();
  }

  @Test
  void bothLiveTokensAndNoBarePathWork() {
    assertThat(bench.post("the-other-live-token", event(KEY, CALL, 5)).getStatusCode())
        .isEqualTo(200);
    assertThat(
            bench
                .send(
                    new APIGatewayProxyRequestEvent()
                        .withHttpMethod("POST")
                        .withBody(event(KEY, CALL, 6)))
                .getStatusCode())
        .isEqualTo(404);
    assertThat(bench.stored()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[1]", "not json", "{\"a\":"})
  void aBodyThatIsNoEventIsAnsweredWithoutAction(String body) {
    assertThat(bench.post(TOKEN, body).getBody()).isEqualTo(TAKEN);
    assertThat(bench.stored()).isEmpty();
    assertThat(bench.state().triedAt()).contains(Bench.NOW);
    assertThat(bench.state().heardAt()).isEmpty();
  }

  @Test
  void whenAnEventCameIsNotedOnceAMinute() {
    bench.post(TOKEN, event(KEY, CALL, 1));
    bench.later(Duration.ofSeconds(59));
    bench.post(TOKEN, event(KEY, CALL, 2));
    assertThat(bench.state().heardAt()).contains(Bench.NOW);

    bench.later(Duration.ofSeconds(1));
    bench.post(TOKEN, event(KEY, CALL, 3));

    assertThat(bench.state().heardAt()).contains(Bench.NOW.plus(Duration.ofMinutes(1)));
    assertThat(bench.state().triedAt()).isEmpty();
  }

  @Test
  void aNoteThatFailsCostsNoEvent() {
    bench.faults.next("dynamodb.UpdateItem", new Fault.AccessDenied());

    assertThat(bench.post(TOKEN, event(KEY, CALL, 1)).getBody()).isEqualTo(TAKEN);

    assertThat(bench.faults.isExhausted()).isTrue();
    assertThat(bench.stored()).hasSize(1);
    assertThat(bench.queued()).isEmpty();
  }

  @Test
  void anEventWithAnotherKeyIsNoSignOfTheProvider() {
    bench.post(TOKEN, event("ffffffff-9c1d-4a63-8e20-5d1f7a94c3b6", CALL, 5));

    assertThat(bench.state().heardAt()).isEmpty();
  }

  @Test
  void deeplyNestedBinaryAndHugeBodiesStoreNothingAndAreNoError() {
    byte[] noise = new byte[4_096];
    new Random(7).nextBytes(noise);

    assertThat(bench.post(TOKEN, "{\"a\":".repeat(20_000)).getStatusCode()).isEqualTo(200);
    assertThat(
            bench
                .send(
                    new APIGatewayProxyRequestEvent()
                        .withHttpMethod("POST")
                        .withPathParameters(Map.of("token", TOKEN))
                        .withIsBase64Encoded(true)
                        .withBody(Base64.getEncoder().encodeToString(noise)))
                .getStatusCode())
        .isEqualTo(200);
    assertThat(bench.post(TOKEN, "é".repeat(Receiver.LARGEST_BODY_BYTES / 2 + 1)).getStatusCode())
        .isEqualTo(413);
    assertThat(bench.stored()).isEmpty();
  }

  @Test
  void aBodyInBase64IsTheSameEvent() {
    String body = event(KEY, CALL, 5);
    bench.post(TOKEN, body);
    bench.send(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPathParameters(Map.of("token", TOKEN))
            .withIsBase64Encoded(true)
            .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))));

    assertThat(bench.stored()).hasSize(1);
  }

  @Test
  void anotherKeyIsQuarantinedAndNeverDropped() {
    assertThat(bench.post(TOKEN, event("ffffffff-9c1d-4a63-8e20-5d1f7a94c3b6", CALL, 5)).getBody())
        .isEqualTo(TAKEN);
    assertThat(bench.post(TOKEN, "{\"EventType\":\"IncomingCall\"}").getBody()).isEqualTo(TAKEN);

    assertThat(bench.stored())
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.get("status").s()).isEqualTo("quarantined");
              assertThat(item.get("call_id").s()).startsWith("quarantine#");
            });
  }

  @Test
  void aKeyThatWasRotatedAtTheProviderLosesNothing() {
    String next = "2d906174-be3f-4c85-a042-7f3b9cb6e5d8";
    bench.post(TOKEN, event(KEY, CALL, 1));
    bench.secret(next, KEY);
    bench.later(Duration.ofSeconds(11));

    bench.post(TOKEN, event(next, CALL, 2));
    bench.post(TOKEN, event(KEY, CALL, 3));

    assertThat(bench.stored())
        .hasSize(3)
        .allSatisfy(item -> assertThat(item.get("status").s()).isEqualTo("received"));
  }

  @Test
  void theAccountsKeyIsInNoTableQueueOrAnswer() {
    APIGatewayProxyResponseEvent answer = bench.post(TOKEN, event(KEY, CALL, 1));
    bench.faults.next("dynamodb.PutItem", new Fault.AccessDenied());
    bench.post(TOKEN, event(KEY, CALL, 2));

    assertThat(answer.toString()).doesNotContain(KEY);
    assertThat(bench.stored().toString()).doesNotContain(KEY).contains("***");
    assertThat(bench.queued().toString()).doesNotContain(KEY).contains("***");
  }

  @Test
  void whatTheTableRefusesWaitsOnTheQueue() {
    bench.faults.next("dynamodb.PutItem", new Fault.AccessDenied());

    assertThat(bench.post(TOKEN, event(KEY, CALL, 1)).getBody()).isEqualTo(TAKEN);

    assertThat(bench.stored()).isEmpty();
    List<Message> waiting = bench.queued();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().messageAttributes().get("received_at").stringValue())
        .isEqualTo(Bench.NOW.toString());
    assertThat(waiting.getFirst().messageAttributes().get("standing").stringValue())
        .isEqualTo("received");
  }

  @Test
  void whereTableAndQueueRefuseTheSenderIsToldToTryAgain() {
    bench.faults.next("dynamodb.PutItem", new Fault.AccessDenied());
    bench.faults.next("sqs.SendMessage", new Fault.AccessDenied());

    APIGatewayProxyResponseEvent answer = bench.post(TOKEN, event(KEY, CALL, 1));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getBody()).contains("temporarily_unavailable");
    assertThat(bench.faults.isExhausted()).isTrue();
  }

  @Test
  void aCleanEchoIsReturnedAndAnotherIsNot() {
    assertThat(echoOf("Ab3 x").getHeaders()).containsEntry("Echo", "Ab3 x");
    assertThat(echoOf("a\r\nSet-Cookie: b").getHeaders()).doesNotContainKey("Echo");
    assertThat(echoOf("x".repeat(257)).getHeaders()).doesNotContainKey("Echo");
  }

  @Test
  void anotherMethodIsNotAllowed() {
    APIGatewayProxyResponseEvent answer =
        bench.send(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withPathParameters(Map.of("token", TOKEN)));

    assertThat(answer.getStatusCode()).isEqualTo(405);
    assertThat(answer.getHeaders()).containsEntry("Allow", "POST");
  }

  private APIGatewayProxyResponseEvent echoOf(String value) {
    return bench.send(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPathParameters(Map.of("token", TOKEN))
            .withHeaders(Map.of("echo", value))
            .withBody(""));
  }
}
