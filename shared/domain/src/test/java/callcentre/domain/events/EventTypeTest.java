package callcentre.domain.events;

import static callcentre.domain.events.EventFamily.CALLBACK;
import static callcentre.domain.events.EventFamily.INCOMING;
import static callcentre.domain.events.EventFamily.OUTGOING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

  @ParameterizedTest
  @CsvSource({
    "IncomingCall, INCOMING, STARTED",
    "IncomingCallRinging, INCOMING, RINGING",
    "IncomingCallStopRinging, INCOMING, STOPPED_RINGING",
    "IncomingStopRinging, INCOMING, STOPPED_RINGING",
    "IncomingCallConnected, INCOMING, CONNECTED",
    "IncomingCallCompleted, INCOMING, ENDED",
    "OutgoingCall, OUTGOING, STARTED",
    "OutgoingCallConnected, OUTGOING, CONNECTED",
    "OutgoingCallCompleted, OUTGOING, ENDED",
    "CallbackCall, CALLBACK, STARTED",
    "CallbackCallRinging, CALLBACK, RINGING",
    "CallbackCallStopRinging, CALLBACK, STOPPED_RINGING",
    "CallbackCallConnected, CALLBACK, CONNECTED",
    "CallbackCallCompleted, CALLBACK, ENDED",
    "IncomingCallAgentRinging, INCOMING, RINGING",
    "IncomingCallAgentConnected, INCOMING, CONNECTED",
    "IncomingCallAgentCompleted, INCOMING, LEG_ENDED",
    "OutgoingCallAgentDialing, OUTGOING, RINGING",
    "OutgoingCallAgentConnected, OUTGOING, CONNECTED",
    "OutgoingCallAgentCompleted, OUTGOING, LEG_ENDED"
  })
  void everyDocumentedNameHasOneMeaning(String name, EventFamily family, EventStep step) {
    assertThat(EventType.ofName(name)).contains(new EventType(family, step));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Incoming",
        "incomingcall",
        "IncomingCallAgent",
        "IncomingCallRingingStop",
        "IncomingCallNotConnected",
        "MessageReceived",
        "OutgoingCallStarted",
        "IncomingCallAgentCompletedLate"
      })
  void aNameThatOnlyContainsAKnownOneIsUnknown(String name) {
    assertThat(EventType.ofName(name)).isEmpty();
  }

  @Test
  void completedWithAnExtensionEndsALegExceptInOutgoingCalls() {
    assertThat(new EventType(INCOMING, EventStep.ENDED).step(true)).isEqualTo(EventStep.LEG_ENDED);
    assertThat(new EventType(INCOMING, EventStep.ENDED).step(false)).isEqualTo(EventStep.ENDED);
    assertThat(new EventType(CALLBACK, EventStep.ENDED).step(true)).isEqualTo(EventStep.LEG_ENDED);
    assertThat(new EventType(OUTGOING, EventStep.ENDED).step(true)).isEqualTo(EventStep.ENDED);
  }
}
