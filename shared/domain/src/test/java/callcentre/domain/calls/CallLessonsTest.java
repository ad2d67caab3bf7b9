package callcentre.domain.calls;

import static callcentre.domain.calls.CallFacts.BUSINESS;
import static callcentre.domain.calls.CallFacts.CLIENT;
import static callcentre.domain.calls.CallFacts.GUID;
import static callcentre.domain.calls.CallFacts.JORDAN;
import static callcentre.domain.calls.CallFacts.JOURNAL_ID;
import static callcentre.domain.calls.CallFacts.MARIA;
import static callcentre.domain.calls.CallFacts.SAM;
import static callcentre.domain.calls.CallFacts.incoming;
import static callcentre.domain.calls.CallFacts.journal;
import static callcentre.domain.calls.CallFacts.journalWithZeros;
import static callcentre.domain.calls.CallFacts.lasting;
import static callcentre.domain.calls.CallFacts.listed;
import static callcentre.domain.calls.CallFacts.minute;
import static callcentre.domain.calls.CallFacts.outgoing;
import static callcentre.domain.calls.CallFacts.rang;
import static callcentre.domain.calls.CallFacts.recorded;
import static callcentre.domain.calls.CallFacts.respondedAfter;
import static callcentre.domain.calls.CallFacts.talked;
import static callcentre.domain.calls.CallFacts.talkedFirst;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What hurt the users of an earlier system (lessons), each as a test. */
class CallLessonsTest {

  @Test
  void theAgentOfAnOutgoingCallIsTheCallersExtension() {
    Call call = row(listed(outgoing(CallStatus.CONNECTED, talkedFirst(JORDAN)), 1));

    assertThat(call.agent().map(Agent::extension)).contains(new Extension("101"));
    assertThat(call.client()).contains(JORDAN);
    assertThat(call.from().phone()).contains(BUSINESS);
  }

  @Test
  void anOutgoingCallThatNobodyAnsweredStillHasItsAgent() {
    assertThat(row(listed(outgoing(CallStatus.MISSED, rang(JORDAN)), 1)).agent())
        .contains(new Agent(new Extension("101"), Optional.of("Maria Lopez")));
  }

  @Test
  void theAgentOfAGroupCallIsWhoConnectedAndNotWhoWasRungFirst() {
    Call call = row(listed(incoming(CallStatus.CONNECTED, rang(MARIA), talkedFirst(SAM)), 1));

    assertThat(call.agent().map(Agent::extension)).contains(new Extension("102"));
    assertThat(call.otherTalkers()).isEmpty();
  }

  @Test
  void ofSeveralWhoTalkedTheFirstIsTheAgentAndTheOthersTalkedToo() {
    Call call = row(listed(incoming(CallStatus.CONNECTED, talked(MARIA), talkedFirst(SAM)), 1));

    assertThat(call.agent().map(Agent::extension)).contains(new Extension("102"));
    assertThat(call.otherTalkers()).containsExactly(new Extension("101"));
    assertThat(call.talkers()).containsExactly(new Extension("101"), new Extension("102"));
  }

  @Test
  void aMissedCallHasNoAgentThoughTheJournalNamesWhoWasRung() {
    CallDetails missed = withJournalAgent(incoming(CallStatus.MISSED, rang(MARIA)));

    assertThat(row(journal(missed, 1)).agent()).isEmpty();
  }

  @Test
  void aVoicemailHasNoAgentThoughTheJournalRespondedAndNamesItsReceiver() {
    Call call =
        row(
            journal(
                respondedAfter(
                    withJournalAgent(incoming(CallStatus.VOICEMAIL, rang(MARIA))),
                    Duration.ofSeconds(14)),
                1));

    assertThat(call.agent()).isEmpty();
    assertThat(call.connectedAt()).isEmpty();
    assertThat(call.waited()).isEmpty();
  }

  @Test
  void onlyConnectedAnswersACall() {
    for (CallStatus status : CallStatus.values()) {
      Call call =
          row(
              journal(
                  respondedAfter(incoming(status, talkedFirst(SAM)), Duration.ofSeconds(9)), 1));

      boolean answered = status == CallStatus.CONNECTED || status == CallStatus.ON_CALL;
      assertThat(call.connectedAt().isPresent()).as(status.name()).isEqualTo(answered);
      assertThat(call.agent().isPresent()).as(status.name()).isEqualTo(answered);
      assertThat(CallSelection.of(List.of(CallFilter.CONNECTED)).matches(call))
          .as(status.name())
          .isEqualTo(status == CallStatus.CONNECTED);
    }
  }

  @Test
  void statusesAreMappedByWholeWordsNeverByPartsOfThem() {
    assertThat(CallStatus.ofWord("no_answer")).isEqualTo(CallStatus.UNKNOWN);
    assertThat(CallStatus.ofWord("NoAnswer")).isEqualTo(CallStatus.NO_ANSWER);
    assertThat(CallStatus.ofWord("notConnected")).isEqualTo(CallStatus.UNKNOWN);
    assertThat(CallStatus.ofWord("voiceMail")).isEqualTo(CallStatus.VOICEMAIL);
    assertThat(CallStatus.ofWord("VoiceMail")).isEqualTo(CallStatus.VOICEMAIL);
    assertThat(CallStatus.ofWord("None")).isEqualTo(CallStatus.UNKNOWN);
    assertThat(CallStatus.ofWord("3")).isEqualTo(CallStatus.UNKNOWN);
  }

  @Test
  void listed23066MillisecondsStayTwentyThreeSecondsWhateverTheJournalRoundsThemTo() {
    CallDetails precise =
        lasting(incoming(CallStatus.CONNECTED, talkedFirst(SAM)), Duration.ofMillis(23_066));
    CallDetails rounded =
        lasting(incoming(CallStatus.CONNECTED, talkedFirst(SAM)), Duration.ofSeconds(23));

    assertThat(row(listed(precise, 1), journal(rounded, 9)).duration())
        .contains(Duration.ofMillis(23_066));
  }

  @Test
  void aMissedCallOfZeroSecondsIsARowOfZeroSeconds() {
    Call call = row(listed(lasting(incoming(CallStatus.MISSED, rang(MARIA)), Duration.ZERO), 1));

    assertThat(call.duration()).contains(Duration.ZERO);
    assertThat(call.complete()).isTrue();
    assertThat(call.endedAt()).as("nobody said when the ringing ended").isEmpty();
  }

  @Test
  void aRecordingsIdentityIsTheCallSoThatANewLinkIsNoNews() {
    CallDetails call = incoming(CallStatus.CONNECTED, talkedFirst(SAM));
    CallEvidence stored =
        CallEvidence.of(listed(recorded(call, "https://panel.mightycall.com/a?t=1"), 1));

    CallEvidence pulledAgain =
        stored.with(listed(recorded(call, "https://panel.mightycall.com/a?t=2"), 2));

    assertThat(pulledAgain.saysTheSameAs(stored)).isTrue();
    assertThat(pulledAgain.view().id()).isEqualTo(GUID);
    assertThat(pulledAgain.view().hasRecording()).isTrue();
  }

  @Test
  void aRecordedCallThatBothListsTellOfInTurnsIsNoNews() {
    CallDetails call = incoming(CallStatus.CONNECTED, talkedFirst(SAM));
    CallDetails inJournal =
        recorded(
            call,
            new Recording(true, Optional.of(Duration.ofSeconds(64)), Optional.of("https://b?t=1")));
    CallEvidence stored =
        CallEvidence.of(journal(inJournal, 1), listed(recorded(call, "https://a?t=2"), 2));

    CallEvidence journalAgain = stored.with(journal(inJournal, 3));

    assertThat(journalAgain.saysTheSameAs(stored)).isTrue();
    assertThat(journalAgain.with(listed(recorded(call, "https://a?t=4"), 4)).saysTheSameAs(stored))
        .isTrue();
    assertThat(stored.view().recording().orElseThrow())
        .isEqualTo(
            new Recording(true, Optional.of(Duration.ofSeconds(64)), Optional.of("https://a?t=2")));
  }

  @Test
  void aRecordingThatAppearsIsNews() {
    CallDetails call = incoming(CallStatus.CONNECTED, talkedFirst(SAM));
    CallEvidence stored = CallEvidence.of(listed(call, 1));

    assertThat(stored.with(listed(recorded(call, "https://a"), 2)).saysTheSameAs(stored)).isFalse();
  }

  @Test
  void aLateAnswerToMakecallNeverReopensAFinishedCall() {
    Call call =
        row(
            listed(outgoing(CallStatus.CONNECTED, talkedFirst(JORDAN)), 1),
            new RequestedCall(GUID, outgoing(CallStatus.UNKNOWN, rang(JORDAN)), minute(9)));

    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.finished()).isTrue();
  }

  @Test
  void aListingWithoutAStatusNeverReopensAFinishedCall() {
    assertThat(
            row(
                    listed(incoming(CallStatus.MISSED, rang(MARIA)), 1),
                    listed(incoming(CallStatus.UNKNOWN, rang(MARIA)), 9))
                .status())
        .isEqualTo(CallStatus.MISSED);
  }

  @Test
  void zerosNameNoCall() {
    assertThat(CallId.find("00000000-0000-0000-0000-000000000000")).isEmpty();
    assertThat(row(journalWithZeros(incoming(CallStatus.MISSED), 1)).id()).isEqualTo(JOURNAL_ID);
  }

  @Test
  void anUnknownDurationIsNotMadeUp() {
    Call call = row(listed(incoming(CallStatus.CONNECTED, talkedFirst(SAM)), 1));

    assertThat(call.duration()).isEmpty();
    assertThat(call.endedAt()).isEmpty();
    assertThat(call.complete()).isFalse();
    assertThat(call.client().flatMap(Party::phone)).contains(CLIENT);
  }

  private static CallDetails withJournalAgent(CallDetails details) {
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        details.legs(),
        details.businessNumber(),
        details.startedAt(),
        details.connectedAt(),
        details.duration(),
        Optional.of(new Agent(new Extension("101"), Optional.of("Maria Lopez"))),
        details.recording());
  }

  private static Call row(CallFact... facts) {
    return CallEvidence.of(facts).view();
  }
}
