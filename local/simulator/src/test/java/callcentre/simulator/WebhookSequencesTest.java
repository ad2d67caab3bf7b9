package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.WebhookReceiverStub.Received;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.PhoneCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sequences of MightyCall reference 4.5 and 4.6. */
class WebhookSequencesTest extends WebhookStage {

  WebhookSequencesTest() throws IOException {}

  static Stream<Arguments> sequences() {
    return Stream.of(
        Arguments.of(
            draft().answeredBy("101"),
            "IncomingCall IncomingCallRinging(101) IncomingCallConnected(101)"
                + " IncomingCallCompleted(null)"),
        Arguments.of(
            draft().rung("101").ending(CallState.MISSED),
            "IncomingCall IncomingCallRinging(101) IncomingCallStopRinging(101)"
                + " IncomingCallCompleted(null)"),
        Arguments.of(
            draft().rung("101").answeredBy("102"),
            "IncomingCall IncomingCallRinging(101) IncomingCallStopRinging(101)"
                + " IncomingCallRinging(102) IncomingCallConnected(102)"
                + " IncomingCallCompleted(null)"),
        Arguments.of(
            draft().rung("101").answeredBy("102").group("g"),
            "IncomingCall IncomingCallRinging(101) IncomingCallRinging(102)"
                + " IncomingCallStopRinging(101) IncomingCallStopRinging(102)"
                + " IncomingCallConnected(102) IncomingCallCompleted(null)"),
        Arguments.of(
            draft().rung("101").leaving(null, Duration.ofSeconds(9), null, null),
            "IncomingCall IncomingCallRinging(101) IncomingCallStopRinging(101)"
                + " IncomingCallCompleted(null)"),
        Arguments.of(
            draft().outgoing("101", "+13475550123"),
            "OutgoingCall(101) OutgoingCallConnected(101) OutgoingCallCompleted(101)"),
        Arguments.of(
            draft().internal("101", "105"),
            "OutgoingCall(101) IncomingCallRinging(105) IncomingCallConnected(105)"
                + " IncomingCallCompleted(105) OutgoingCallCompleted"),
        Arguments.of(
            draft().callback().answeredBy("101").consulting("102"),
            "CallbackCall CallbackCallRinging(101) CallbackCallConnected(101)"
                + " IncomingCallRinging(102) IncomingCallConnected(102)"
                + " IncomingCallCompleted(102) CallbackCallCompleted(null)"),
        Arguments.of(
            draft().callback().answeredBy("105").answeredBy("101"),
            "CallbackCall CallbackCallRinging(105) CallbackCallConnected(105)"
                + " IncomingCallRinging(101) CallbackCallCompleted(105)"
                + " IncomingCallConnected(101) IncomingCallCompleted(101)"
                + " CallbackCallCompleted(null)"),
        Arguments.of(
            draft().callback().rung("101").ending(CallState.MISSED),
            "CallbackCall CallbackCallRinging(101) CallbackCallStopRinging(101)"
                + " CallbackCallCompleted(null)"));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void everySequenceOfTheReferenceIsSentInItsOrder(CallDraft draft, String expected) {
    registered();
    simulator.add(draft);
    simulator.clock().setNow(AFTER);

    assertThat(told(expected)).isEqualTo(expected);
  }

  @Test
  void theContactCentreTellsDiallingAndEachColleaguesEndAndNoEndOfRinging() {
    registered();
    caller.control("PUT", "/webhooks", "{\"names\": \"contact-center\"}");
    PhoneCall call = simulator.add(draft().rung("101").answeredBy("102"));
    simulator.clock().setNow(AFTER);

    String incoming =
        "IncomingCall IncomingCallAgentRinging(101) IncomingCallAgentRinging(102)"
            + " IncomingCallAgentConnected(102) IncomingCallAgentCompleted(102)"
            + " IncomingCallCompleted(null)";
    List<Received> events = receiver.next(6);
    assertThat(String.join(" ", events.stream().map(Received::told).toList())).isEqualTo(incoming);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.json().path("CallId").asText()).isEqualTo(call.guid());
              assertThat(event.json().path("Body").has("Id")).isFalse();
            });
    simulator.add(CallDraft.at(AFTER).outgoing("103", "+13475550123"));
    simulator.clock().setNow(AFTER.plus(Duration.ofMinutes(10)));
    String outgoing =
        "OutgoingCall(103) OutgoingCallAgentDialing(103) OutgoingCallAgentConnected(103)"
            + " OutgoingCallAgentCompleted(103) OutgoingCallCompleted";
    assertThat(told(outgoing)).isEqualTo(outgoing);
  }
}
