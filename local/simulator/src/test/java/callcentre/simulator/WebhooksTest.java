package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.WebhookReceiverStub.Received;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.PhoneCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events over HTTP, as MightyCall reference 4 describes them. */
class WebhooksTest extends WebhookStage {

  WebhooksTest() throws IOException {}

  @Test
  void savingAUrlSendsAValidationWithoutABodyAndNeeds2xx() {
    assertThat(register("/a").status()).isEqualTo(201);
    Received tried = receiver.next();
    assertThat(tried.path()).isEqualTo("/a");
    assertThat(tried.body()).isEmpty();

    receiver.answer(404);
    Caller.Reply refused = register("/b");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asText()).contains("404").contains("not registered");
    assertThat(caller.control("GET", "/webhooks", "").json().path("urls")).hasSize(1);
  }

  @Test
  void theHeaderEchoOfTheValidationMayBeReturned() {
    assertThat(register("/a").json().path("echoed").asBoolean(true)).isFalse();
    receiver.echo();
    assertThat(register("/b").json().path("echoed").asBoolean()).isTrue();
  }

  @Test
  void anEleventhUrlIsRefusedAndEveryUrlGetsEveryEvent() {
    for (int number = 1; number <= 10; number++) {
      assertThat(register("/" + number).status()).isEqualTo(201);
    }
    assertThat(register("/11").json().path("message").asText()).contains("10 URLs");
    receiver.next(11);

    simulator.add(CallDraft.at(START));

    assertThat(receiver.next(10)).extracting(Received::type).containsOnly("IncomingCall");
  }

  @Test
  void anEventIsWrittenAsTheReferenceShowsIt() {
    registered();
    PhoneCall call = simulator.add(CallDraft.at(START).from("+13475550123", null));

    Received begun = receiver.next();

    assertThat(begun.json().path("Body").path("From").asText()).isEqualTo("+13475550123");
    assertThat(begun.json().path("Body").path("To").asText()).isEqualTo(call.businessNumber());
    assertThat(begun.json().path("Body").path("Id").asText()).isEqualTo(call.guid());
    assertThat(begun.json().path("ApiKey").asText()).isEqualTo(simulator.apiKey());
    assertThat(begun.json().path("Timestamp").asText()).isEqualTo("2026-09-14T16:20:03.0700000Z");
    assertThat(begun.json().path("Guid").asText()).isNotBlank().doesNotStartWith("00000000");
  }

  @Test
  void eventsComeWhenTheClockReachesThem() {
    registered();
    simulator.add(draft().answeredBy("101").ringing(Duration.ofSeconds(8)));
    assertThat(receiver.next().type()).isEqualTo("IncomingCall");
    simulator.clock().advance(Duration.ofSeconds(7));
    assertThat(receiver.next().type()).isEqualTo("IncomingCallRinging");
    simulator.clock().advance(Duration.ofSeconds(1));
    assertThat(receiver.next().type()).isEqualTo("IncomingCallConnected");
    assertThat(caller.control("GET", "/webhooks", "").json().path("waiting").asInt()).isEqualTo(1);
  }

  @Test
  void outgoingEventsAndThoseOfAFaultHaveAGuidOfZeros() {
    registered();
    fault("{\"kind\": \"zero_guid\", \"match\": {\"type\": \"IncomingCallRinging\"}}");
    simulator.add(draft().outgoing("101", "+13475550123"));
    simulator.add(draft().answeredBy("102"));
    simulator.clock().setNow(AFTER);

    assertThat(receiver.next(7))
        .allSatisfy(
            event ->
                assertThat(event.json().path("Guid").asText().startsWith("00000000-0000"))
                    .as(event.told())
                    .isEqualTo(
                        event.type().startsWith("Outgoing")
                            || event.type().equals("IncomingCallRinging")));
  }

  @Test
  void aDuplicateComesTwiceTheSameAndADroppedEventNever() {
    registered();
    fault("{\"kind\": \"duplicate\", \"match\": {\"skip\": 1, \"times\": 1}}");
    fault("{\"kind\": \"dropped\", \"match\": {\"type\": \"IncomingCallConnected\"}}");
    simulator.add(draft().answeredBy("101"));
    simulator.clock().setNow(AFTER);

    List<Received> events = receiver.next(4);

    assertThat(events)
        .extracting(Received::told)
        .containsExactly(
            "IncomingCall",
            "IncomingCallRinging(101)",
            "IncomingCallRinging(101)",
            "IncomingCallCompleted(null)");
    assertThat(events.get(1).body()).isEqualTo(events.get(2).body());
  }

  @Test
  void aDelayedEventComesAfterTheEventsThatFollowIt() {
    registered();
    fault(
        "{\"kind\": \"delayed\", \"delay_ms\": 3600000,"
            + " \"match\": {\"type\": \"IncomingCallRinging\"}}");
    simulator.add(draft().answeredBy("101"));
    simulator.clock().setNow(AFTER);
    assertThat(receiver.next(3)).extracting(Received::type).doesNotContain("IncomingCallRinging");
    simulator.clock().advance(Duration.ofHours(1));
    assertThat(receiver.next().told()).isEqualTo("IncomingCallRinging(101)");
  }

  @Test
  void shuffledEventsAreAllThereInAnotherOrder() {
    registered();
    fault("{\"kind\": \"shuffled\", \"delay_ms\": 600000}");
    for (int number = 0; number < 10; number++) {
      simulator.add(draft().rung("101").answeredBy("102").consulting("103"));
    }
    simulator.clock().setNow(AFTER);
    simulator.clock().advance(Duration.ofMinutes(20));

    List<String> times =
        receiver.next(90).stream().map(event -> event.json().path("Timestamp").asText()).toList();
    assertThat(times).isNotEqualTo(times.stream().sorted().toList());
  }

  @Test
  void aForeignKeyAndARawLineBreakCanBeSent() {
    registered();
    fault("{\"kind\": \"foreign_key\", \"match\": {\"times\": 1}}");
    fault("{\"kind\": \"line_break\", \"match\": {\"times\": 1}}");
    simulator.add(draft());

    Received event = receiver.next();

    assertThat(event.json().path("ApiKey").asText()).isNotEqualTo(simulator.apiKey());
    assertThat(event.body()).contains("\r\n");
  }

  @Test
  void theEventsOfACallAreSentAgainAndARefusedOneIsNot() {
    PhoneCall call = simulator.add(draft().answeredBy("101"));
    simulator.clock().setNow(AFTER);
    registered();
    receiver.answer(503);

    Caller.Reply sent =
        caller.control("POST", "/webhooks/events", "{\"call\": \"" + call.guid() + "\"}");

    assertThat(sent.json().path("events").asInt()).isEqualTo(4);
    receiver.next(4);
    assertThat(caller.control("POST", "/webhooks/events", "{\"call\": \"x\"}").status())
        .isEqualTo(404);
    assertThat(receiver.rest()).isEmpty();
  }

  @Test
  void aCallOfBeforeTheRegistrationIsNotTold() {
    simulator.add(draft());
    simulator.clock().advance(Duration.ofSeconds(1));
    registered();
    simulator.add(CallDraft.at(START.plusSeconds(1)).from(Client.ANONYMOUS, null).rung("104"));

    assertThat(receiver.next().json().path("Timestamp").asText()).contains("16:20:04");
  }

  @Test
  void aMadeCallIsToldAsAnyOther() {
    registered();
    String secret = simulator.secretOf("102");
    String token = caller.accessToken(secret);
    caller.send(
        "POST",
        "/v4/api/calls/makecall",
        token,
        "application/json",
        "{\"from\":\"+13123194556\",\"to\":\"+13475550123\"}");
    assertThat(receiver.next().told()).isEqualTo("OutgoingCall(102)");
  }
}
