package callcentre.domain.calls;

import static callcentre.domain.calls.CallEvents.evidence;
import static callcentre.domain.calls.CallEvents.fact;
import static callcentre.domain.calls.CallEvents.incoming;
import static callcentre.domain.calls.CallEvents.outgoing;
import static callcentre.domain.calls.CallFacts.JOURNAL_ID;
import static callcentre.domain.calls.CallFacts.MARIA;
import static callcentre.domain.calls.CallFacts.SAM;
import static callcentre.domain.calls.CallFacts.journal;
import static callcentre.domain.calls.CallFacts.lasting;
import static callcentre.domain.calls.CallFacts.listed;
import static callcentre.domain.calls.CallFacts.talkedFirst;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.EventNotice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events beside what is pulled: one row. */
class EventEvidenceTest {

  private static final List<EventNotice> MISSED =
      List.of(
          incoming("IncomingCall", 0, ""),
          incoming("IncomingCallRinging", 3, "101"),
          incoming("IncomingCallStopRinging", 23, "101"),
          incoming("IncomingCallCompleted", 24, ""));

  @Test
  void lateRingingNeverReopensAFinishedCall() {
    CallEvidence finished = evidence(MISSED);

    Call late = finished.with(fact(incoming("IncomingCallRinging", 90, "102"))).view();

    assertThat(late.status()).isEqualTo(CallStatus.MISSED);
    assertThat(late.endedAt()).isEqualTo(finished.view().endedAt());
  }

  @Test
  void eventsThatComeAfterTheListedCallDoNotReopenIt() {
    CallEvidence pulled =
        CallEvidence.of(listed(CallFacts.incoming(CallStatus.CONNECTED, talkedFirst(SAM)), 5));

    Call row = pulled.with(fact(incoming("IncomingCallRinging", 3, "102"))).view();

    assertThat(row.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(row.sources()).containsExactly(CallSource.CALLS, CallSource.EVENTS);
  }

  @Test
  void whatIsListedDecidesHowTheCallEnded() {
    CallDetails voicemail =
        lasting(CallFacts.incoming(CallStatus.VOICEMAIL), Duration.ofSeconds(11));

    assertThat(evidence(MISSED).with(listed(voicemail, 5)).view().status())
        .isEqualTo(CallStatus.VOICEMAIL);
  }

  @Test
  void whileACallGoesOnAPlannedCallbackIsNoLongerPlanned() {
    CallDetails planned = CallFacts.incoming(CallStatus.SCHEDULED);
    CallEvidence dialled = evidence(List.of(outgoing("CallbackCall", 0, "")));

    assertThat(dialled.with(journal(planned, 5)).view().status()).isEqualTo(CallStatus.RINGING);
  }

  @Test
  void eventsTellACallbackFromACallOfOurs() {
    CallEvidence events = evidence(List.of(outgoing("CallbackCallConnected", 5, "101")));
    CallDetails asListed = CallFacts.outgoing(CallStatus.CONNECTED, talkedFirst(MARIA));

    assertThat(events.with(listed(asListed, 5)).view().direction()).isEqualTo(Direction.CALLBACK);
  }

  @Test
  void anAnswerSeenByEventsGivesTheWaitThatTheListLacks() {
    CallEvidence events =
        evidence(
            List.of(incoming("IncomingCall", 0, ""), incoming("IncomingCallConnected", 12, "102")));
    CallDetails asListed =
        lasting(CallFacts.incoming(CallStatus.CONNECTED, talkedFirst(SAM)), Duration.ofSeconds(60));

    Call row = events.with(listed(asListed, 5)).view();

    assertThat(row.waited()).contains(Duration.ofSeconds(12));
    assertThat(row.complete()).isTrue();
    assertThat(row.duration()).contains(Duration.ofSeconds(60));
  }

  @Test
  void theSameEventsAgainSayNothingNew() {
    CallEvidence stored = evidence(MISSED);

    assertThat(stored.merge(evidence(MISSED.subList(1, 3))).saysTheSameAs(stored)).isTrue();
    assertThat(stored.saysTheSameAs(evidence(MISSED.subList(0, 3)))).isFalse();
  }

  @Test
  void eventsBelongToTheCallAndNotToItsJournalRecord() {
    CallEvidence joined = evidence(MISSED).with(journal(CallFacts.incoming(CallStatus.MISSED), 5));

    assertThat(joined.withoutJournal()).isEqualTo(evidence(MISSED));
    assertThat(joined.journalOnly().facts()).hasSize(1);
    assertThat(joined.view().journalId()).contains(JOURNAL_ID);
  }
}
