package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.DemoRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something happens in the made-up centre at any time of the day and of the week. */
class LivelyDemoTest extends WebhookStage {

  LivelyDemoTest() throws IOException {}

  /** A weekday's noon, a weekday's night, a Sunday's night, and a Saturday, all of New York. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-09-14T16:00:00Z",
        "2026-09-16T07:00:00Z",
        "2026-09-13T07:00:00Z",
        "2026-09-12T19:00:00Z"
      })
  void whoeverListensFirstHearsSomethingWithinSeconds(String start) {
    simulator.clock().setNow(Instant.parse(start));
    simulator.addDemo(DemoRules.livingCentre());
    registered();

    simulator.clock().advance(Duration.ofSeconds(5));
    assertThat(receiver.next().type()).isIn("IncomingCall", "OutgoingCall");
    simulator.clock().advance(Duration.ofMinutes(3));

    List<String> types =
        receiver.next(20).stream().map(WebhookReceiverStub.Received::type).toList();
    assertThat(types).contains("IncomingCallRinging", "IncomingCallConnected", "OutgoingCall");
  }

  @Test
  void theOpeningComesOnceAndOnlyWhereACentreLives() {
    simulator.addDemo(DemoRules.livingCentre().withLiving(false));
    registered();
    assertThat(callsFrom(START, Duration.ofMinutes(3))).isEmpty();
    simulator.webhooks().removeAll();

    simulator.addDemo(DemoRules.livingCentre());
    registered();
    List<Conversation> opening = callsFrom(START, Duration.ofMinutes(3));
    assertThat(opening).hasSizeGreaterThanOrEqualTo(7);
    simulator.webhooks().removeAll();
    registered();
    assertThat(callsFrom(START, Duration.ofMinutes(3))).isEqualTo(opening);
  }

  @Test
  void theNightHasCallsThatAreAnsweredMissedAndLeftToVoicemail() {
    simulator.addDemo(DemoRules.livingCentre());

    List<PhoneCall> weekend =
        callsFrom(Instant.parse("2026-09-12T04:00:00Z"), Duration.ofHours(48)).stream()
            .map(PhoneCall.class::cast)
            .toList();

    assertThat(weekend).hasSizeGreaterThan(90);
    assertThat(weekend)
        .extracting(PhoneCall::state)
        .contains(CallState.CONNECTED, CallState.MISSED, CallState.VOICEMAIL);
    for (int hour = 0; hour < 48; hour++) {
      Instant begin = Instant.parse("2026-09-12T04:00:00Z").plus(Duration.ofHours(hour));
      assertThat(callsFrom(begin, Duration.ofHours(1))).as("hour " + hour).hasSizeGreaterThan(1);
    }
  }

  private List<Conversation> callsFrom(Instant from, Duration length) {
    return simulator
        .history()
        .all(
            new HistoryQuery(
                from,
                from.plus(length),
                from.plus(length).plus(Duration.ofDays(2)),
                PhoneCall.class::isInstance,
                null,
                true));
  }
}
