package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.WebhookReceiverStub.Received;
import callcentre.simulator.history.CallDraft;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator whose clock stands, and somebody who is told what happens in its calls. */
abstract class WebhookStage {

  static final Instant START = Instant.parse("2026-09-14T16:20:03.070Z");
  static final Instant AFTER = START.plus(Duration.ofMinutes(10));

  final Simulator simulator = Simulator.start();
  final Caller caller = new Caller(simulator);
  final WebhookReceiverStub receiver;

  WebhookStage() throws IOException {
    receiver = new WebhookReceiverStub();
  }

  @BeforeEach
  void standStill() {
    simulator.clock().freeze();
    simulator.clock().setNow(START);
  }

  @AfterEach
  void close() {
    caller.close();
    simulator.close();
    receiver.close();
  }

  static CallDraft draft() {
    return CallDraft.at(START);
  }

  String told(String expected) {
    int count = expected.split(" ", -1).length;
    return String.join(" ", receiver.next(count).stream().map(Received::told).toList());
  }

  Caller.Reply register(String path) {
    return caller.control("POST", "/webhooks", "{\"url\": \"" + receiver.url(path) + "\"}");
  }

  void registered() {
    assertThat(register("/hook").status()).isEqualTo(201);
    receiver.next();
  }

  void fault(String json) {
    Caller.Reply planned = caller.control("POST", "/webhooks/faults", json);
    assertThat(planned.status()).as(planned.json().toString()).isEqualTo(201);
  }
}
