package callcentre.domain.calls;

import static callcentre.domain.calls.CallEvents.incoming;
import static callcentre.domain.calls.CallEvents.internal;
import static callcentre.domain.calls.CallEvents.notice;
import static callcentre.domain.calls.CallEvents.outgoing;
import static callcentre.domain.calls.CallEvents.row;
import static callcentre.domain.calls.CallFacts.BUSINESS;
import static callcentre.domain.calls.CallFacts.CLIENT;
import static callcentre.domain.calls.CallFacts.START;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.people.Extension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sequences of the documentation (MightyCall reference 4.5) and what rows they make. */
class EventSequencesTest {

  private static final String NOBODY = "";

  @Test
  void anAnsweredCallBelongsToWhoTalked() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 3, "102"),
            incoming("IncomingCallConnected", 12, "102"),
            incoming("IncomingCallCompleted", 76, NOBODY));

    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.agent()).contains(agent("102"));
    assertThat(call.businessNumber()).contains(BUSINESS);
    assertThat(call.client().flatMap(Party::phone)).contains(CLIENT);
    assertThat(call.startedAt()).isEqualTo(START);
    assertThat(call.waited()).contains(Duration.ofSeconds(12));
    assertThat(call.duration()).contains(Duration.ofSeconds(64));
    assertThat(call.endedAt()).contains(START.plusSeconds(76));
    assertThat(call.complete()).isFalse();
  }

  @Test
  void aMissedCallIsNeverAnsweredByItsCompletedEvent() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 3, "101"),
            incoming("IncomingCallStopRinging", 23, "101"),
            incoming("IncomingCallCompleted", 24, NOBODY));

    assertThat(call.status()).isEqualTo(CallStatus.MISSED);
    assertThat(call.agent()).isEmpty();
    assertThat(call.connectedAt()).isEmpty();
    assertThat(call.duration()).contains(Duration.ZERO);
    assertThat(call.endedAt()).contains(START.plusSeconds(24));
  }

  @Test
  void stopRingingIsNeverAnAnswer() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 3, "101"),
            incoming("IncomingStopRinging", 23, "101"));

    assertThat(call.status()).isEqualTo(CallStatus.RINGING);
    assertThat(call.talkers()).isEmpty();
  }

  @Test
  void whileAClientTalksTheCallIsOn() {
    Call call =
        row(incoming("IncomingCall", 0, NOBODY), incoming("IncomingCallConnected", 12, "102"));

    assertThat(call.status()).isEqualTo(CallStatus.ON_CALL);
    assertThat(call.finished()).isFalse();
    assertThat(call.agent()).contains(agent("102"));
    assertThat(call.connectedAt()).contains(START.plusSeconds(12));
    assertThat(call.duration()).isEmpty();
    assertThat(call.endedAt()).isEmpty();
  }

  @Test
  void ofAGroupOnlyWhoTalkedIsTheAgent() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 2, "101"),
            incoming("IncomingCallRinging", 2, "102"),
            incoming("IncomingCallRinging", 2, "103"),
            incoming("IncomingCallStopRinging", 9, "101"),
            incoming("IncomingCallStopRinging", 9, "103"),
            incoming("IncomingCallConnected", 9, "102"),
            incoming("IncomingCallCompleted", 40, NOBODY));

    assertThat(call.agent()).contains(agent("102"));
    assertThat(call.legs()).hasSize(3).filteredOn(Leg::connected).hasSize(1);
  }

  @Test
  void dialledOneAfterTheOtherItIsStillOneCall() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 2, "101"),
            incoming("IncomingCallStopRinging", 12, "101"),
            incoming("IncomingCallRinging", 12, "102"),
            incoming("IncomingCallConnected", 20, "102"),
            incoming("IncomingCallCompleted", 60, NOBODY));

    assertThat(call.agent()).contains(agent("102"));
    assertThat(call.waited()).contains(Duration.ofSeconds(20));
  }

  @Test
  void aColleaguesPartEndsBeforeTheCall() {
    Call call =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallConnected", 9, "102"),
            incoming("IncomingCallConnected", 30, "103"),
            incoming("IncomingCallCompleted", 50, "103"));

    assertThat(call.status()).isEqualTo(CallStatus.ON_CALL);
    assertThat(call.agent()).contains(agent("102"));
    assertThat(call.otherTalkers()).containsExactly(new Extension("103"));
  }

  @Test
  void anOutgoingCallIsOverWhenItCompletesWithTheCallersExtension() {
    Call call =
        row(
            outgoing("OutgoingCall", 0, "101"),
            outgoing("OutgoingCallConnected", 9, "101"),
            outgoing("OutgoingCallCompleted", 137, "101"));

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.agent()).contains(agent("101"));
    assertThat(call.client().flatMap(Party::phone)).contains(CLIENT);
    assertThat(call.businessNumber()).contains(BUSINESS);
    assertThat(call.duration()).contains(Duration.ofSeconds(128));
  }

  @Test
  void anOutgoingCallDialsUntilSomebodyAnswers() {
    assertThat(row(outgoing("OutgoingCall", 0, "101")).status()).isEqualTo(CallStatus.DIALING);
    assertThat(
            row(outgoing("OutgoingCall", 0, "101"), outgoing("OutgoingCallCompleted", 20, "101"))
                .status())
        .isEqualTo(CallStatus.NO_ANSWER);
  }

  @Test
  void aCallToAColleagueIsInternalAndTheCallers() {
    Call call =
        row(
            internal("OutgoingCall", 0, "101"),
            internal("IncomingCallRinging", 1, "105"),
            internal("IncomingCallConnected", 5, "105"),
            internal("IncomingCallCompleted", 65, "105"),
            internal("OutgoingCallCompleted", 65, NOBODY));

    assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.agent()).contains(agent("101"));
    assertThat(call.client()).isEmpty();
    assertThat(call.from().value()).isEqualTo("101");
    assertThat(call.to().value()).isEqualTo("105");
    assertThat(call.otherTalkers()).containsExactly(new Extension("105"));
    assertThat(call.duration()).contains(Duration.ofSeconds(60));
  }

  @Test
  void aCallbackIsNotOverWhenOnlyItsFirstLegIs() {
    Call before =
        row(
            outgoing("CallbackCall", 0, NOBODY),
            outgoing("CallbackCallRinging", 5, "105"),
            outgoing("CallbackCallConnected", 10, "105"),
            outgoing("IncomingCallRinging", 20, "101"),
            outgoing("CallbackCallCompleted", 30, "105"),
            outgoing("IncomingCallConnected", 30, "101"));

    assertThat(before.direction()).isEqualTo(Direction.CALLBACK);
    assertThat(before.status()).isEqualTo(CallStatus.ON_CALL);

    Call after =
        row(
            outgoing("CallbackCall", 0, NOBODY),
            outgoing("CallbackCallConnected", 10, "105"),
            outgoing("IncomingCallConnected", 30, "101"),
            outgoing("CallbackCallCompleted", 30, "105"),
            outgoing("IncomingCallCompleted", 70, "101"),
            outgoing("CallbackCallCompleted", 70, NOBODY));

    assertThat(after.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(after.agent()).contains(agent("105"));
    assertThat(after.otherTalkers()).containsExactly(new Extension("101"));
    assertThat(after.client().flatMap(Party::phone)).contains(CLIENT);
  }

  @Test
  void aFailedCallbackIsMissed() {
    Call call =
        row(
            outgoing("CallbackCall", 0, NOBODY),
            outgoing("CallbackCallRinging", 5, "104"),
            outgoing("CallbackCallStopRinging", 20, "104"),
            outgoing("CallbackCallCompleted", 21, NOBODY));

    assertThat(call.status()).isEqualTo(CallStatus.MISSED);
    assertThat(call.agent()).isEmpty();
  }

  @Test
  void aCallbackOfAWidgetNamesTheWidget() {
    Call call = row(notice("CallbackCall", 0, NOBODY, "Website widget", "+12125550147"));

    assertThat(call.direction()).isEqualTo(Direction.CALLBACK);
    assertThat(call.client())
        .contains(new Party(PartyKind.WIDGET, "Website widget", Optional.empty()));
    assertThat(call.businessNumber()).contains(BUSINESS);
  }

  @Test
  void agentEventsOfTheContactCentreTellTheSame() {
    Call classic =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallRinging", 3, "101"),
            incoming("IncomingCallConnected", 12, "101"),
            incoming("IncomingCallCompleted", 50, "101"),
            incoming("IncomingCallCompleted", 76, NOBODY));
    Call contactCentre =
        row(
            incoming("IncomingCall", 0, NOBODY),
            incoming("IncomingCallAgentRinging", 3, "101"),
            incoming("IncomingCallAgentConnected", 12, "101"),
            incoming("IncomingCallAgentCompleted", 50, "101"),
            incoming("IncomingCallCompleted", 76, NOBODY));

    assertThat(contactCentre).isEqualTo(classic);
  }

  @Test
  void anAgentsEndOfAnOutgoingCallIsALegsEnd() {
    Call call =
        row(
            outgoing("OutgoingCall", 0, "101"),
            outgoing("OutgoingCallAgentDialing", 1, "101"),
            outgoing("OutgoingCallAgentConnected", 9, "101"),
            outgoing("OutgoingCallAgentCompleted", 80, "101"));

    assertThat(call.status()).isEqualTo(CallStatus.ON_CALL);
  }

  private static Agent agent(String extension) {
    return new Agent(new Extension(extension), Optional.empty());
  }
}
