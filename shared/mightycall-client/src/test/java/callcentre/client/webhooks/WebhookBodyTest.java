package callcentre.client.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.EventNotice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBodyTest {

  private static final String KEY = "0b7e4f52-9c1d-4a63-8e20-5d1f7a94c3b6";
  private static final String OLD = "1c8f5063-ad2e-4b74-9f31-6e2a8ba5d4c7";

  @Test
  void theDocumentedBodyIsRead() {
    WebhookBody body =
        parsed(
            """
            {"Body":{"From":"+13475550123","To":"+12125550147",
             "Id":"a91c7d44-0e6b-4f38-b2d5-1c3e5f708192","Extension":"101"},
             "Guid":"1c9d0002-7b21-4e5f-8a90-b1c2d3e4f506",
             "ApiKey":"0b7e4f52-9c1d-4a63-8e20-5d1f7a94c3b6",
             "Timestamp":"2026-09-14T16:20:06.5140000Z","EventType":"IncomingCallRinging"}
            """);

    assertThat(body.apiKey()).contains(KEY);
    assertThat(body.isValidation()).isFalse();
    assertThat(body.notice())
        .isEqualTo(
            new EventNotice(
                "IncomingCallRinging",
                Optional.of("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192"),
                Optional.of("101"),
                Optional.of("2026-09-14T16:20:06.5140000Z"),
                Optional.of("+13475550123"),
                Optional.of("+12125550147")));
  }

  @Test
  void keysMayBeSpelledInAnyCase() {
    WebhookBody body =
        parsed(
            "{\"eventtype\":\"IncomingCall\",\"BODY\":{\"iD\":\"x\"},\"apikey\":\"%s\"}"
                .formatted(KEY));

    assertThat(body.notice().type()).isEqualTo("IncomingCall");
    assertThat(body.notice().callId()).contains("x");
    assertThat(body.apiKey()).contains(KEY);
  }

  @Test
  void theCallIsNamedInOneOfThreePlaces() {
    assertThat(
            parsed("{\"Body\":{\"Id\":\"a\",\"CallId\":\"b\"},\"CallId\":\"c\"}").notice().callId())
        .contains("a");
    assertThat(parsed("{\"Body\":{\"CallId\":\"b\"},\"CallId\":\"c\"}").notice().callId())
        .contains("b");
    assertThat(parsed("{\"Body\":{},\"CallId\":\"c\"}").notice().callId()).contains("c");
  }

  @Test
  void rawLineBreaksInsideTextsAreNoObstacle() {
    assertThat(
            parsed("{\"EventType\":\"MessageReceived\",\"Body\":{\"text\":\"one\r\ntwo\"}}").text())
        .contains("one\\r\\ntwo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "{", "\u0000\u0001", "hello"})
  void whatIsNoObjectIsNoBody(String text) {
    assertThat(WebhookBody.parse(text)).isEmpty();
  }

  @Test
  void whatIsNestedDeeperThanAnyEventIsNoBody() {
    assertThat(WebhookBody.parse("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))).isEmpty();
  }

  @Test
  void theKeyIsRemovedInAnyCaseAtAnyDepthAndWhereverItsValueStands() {
    WebhookBody clean =
        parsed(
                """
                {"ApiKey":"%1$s","Body":{"APIKEY":{"of":"%1$s"},"list":[{"apiKey":"%2$s"}],
                 "note":"key %1$s here","%1$s":"name"},"old":"%2$s","upper":"%3$s"}
                """
                    .formatted(KEY, OLD, KEY.toUpperCase(Locale.ROOT)))
            .without(List.of(KEY, OLD));

    assertThat(clean.text())
        .doesNotContainIgnoringCase(KEY)
        .doesNotContainIgnoringCase(OLD)
        .contains("key *** here");
  }

  @Test
  void anEmptyObjectIsTheRequestThatTriesTheAddress() {
    assertThat(parsed("{}").isValidation()).isTrue();
    assertThat(parsed("{\"ApiKey\":\"x\"}").isValidation()).isFalse();
    assertThat(parsed("{\"requestGuid\":\"x\"}").isValidation()).isFalse();
  }

  private static WebhookBody parsed(String text) {
    return WebhookBody.parse(text).orElseThrow();
  }
}
