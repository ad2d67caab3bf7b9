package callcentre.simulator;

import static callcentre.simulator.MessageScenes.JSON;
import static callcentre.simulator.MessageScenes.SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.traffic.SendRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final String JOURNAL = "/v4/api/journal/requests?type=message";

  private final Simulator simulator = Simulator.start();
  private final Caller caller = new Caller(simulator);
  private String token = "";

  @BeforeEach
  void signIn() {
    simulator.clock().freeze();
    token = caller.accessToken();
  }

  @AfterEach
  void stop() {
    caller.close();
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {SEND, "/v4/api/contactcenter/messages/send"})
  void aSentMessageIsInTheJournalUnderTheIdOfTheAnswer(String path) {
    Caller.Reply sent = send(path, body("+13123194556", "Your appointment is confirmed."));
    JsonNode row = caller.get(JOURNAL, token).json().path("requests").path(0);

    assertThat(sent.status()).isEqualTo(200);
    assertThat(row.path("requestGuid")).isEqualTo(sent.json().path("id"));
    assertThat(row.path("text").asText()).isEqualTo("Your appointment is confirmed.");
    assertThat(row.path("messageDeliveryStatus").asText()).isEqualTo("sent");
    assertThat(row.path("origin").asText()).isEqualTo("outbound");
  }

  @Test
  void theJournalShowsItAsLateAsTheSwitchSays() {
    simulator.change(s -> s.withHistory(s.history().withJournalDelaySeconds(120)));
    send(SEND, body("+13123194556", "Late"));

    assertThat(caller.get(JOURNAL, token).json().path("requests")).isEmpty();
    simulator.clock().advance(Duration.ofSeconds(121));
    assertThat(caller.get(JOURNAL, token).json().path("requests")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "from,'{\"from\":\"8482161220\",\"to\":[\"+13475550123\"],\"message\":\"x\"}'",
    "to,'{\"from\":\"+13123194556\",\"to\":[],\"message\":\"x\"}'",
    "to,'{\"from\":\"+13123194556\",\"to\":[\"nobody\"],\"message\":\"x\"}'",
    "message,'{\"from\":\"+13123194556\",\"to\":[\"+13475550123\"],\"message\":\" \"}'",
    "from,'not json'"
  })
  void whatIsWrongIsToldByField(String field, String body) {
    Caller.Reply refused = send(SEND, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("modelState").has(field)).isTrue();
    assertThat(caller.get(JOURNAL, token).json().path("requests")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+18482161229", "+15005550006"})
  void aNumberThatMayNotTextSendsNothing(String from) {
    Caller.Reply refused = send(SEND, body(from, "x"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("message").asText()).isEqualTo("Failed to send message.");
  }

  @Test
  void everyRequestIsNotedAlsoOneThatAFaultBefalls() {
    simulator.add(Fault.of(FaultKind.DROP, FaultMatch.at("POST", SEND).times(1)));
    simulator.add(Fault.of(FaultKind.ERROR_AFTER, FaultMatch.at("POST", SEND).times(1)));
    assertThatThrownBy(() -> send(SEND, body("+13123194556", "one")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(send(SEND, body("+13123194556", "two")).status()).isEqualTo(500);
    send(SEND, body("+13123194556", "three"));

    assertThat(simulator.sends().records())
        .extracting(SendRecord::message, SendRecord::status)
        .containsExactly(tuple("one", null), tuple("two", 500), tuple("three", 200));
    assertThat(caller.get(JOURNAL, token).json().path("requests")).hasSize(2);
    assertThat(caller.control("GET", "/sends", "").json().path("total").asInt()).isEqualTo(3);
    assertThat(caller.control("DELETE", "/sends", "").json().path("total").asInt()).isZero();
  }

  private Caller.Reply send(String path, String body) {
    return caller.send("POST", path, token, JSON, body);
  }

  private static String body(String from, String text) {
    return "{\"from\":\"%s\",\"to\":[\"+13475550123\"],\"message\":\"%s\"}".formatted(from, text);
  }
}
