package callcentre.domain.calls;

import static callcentre.domain.calls.CallFacts.GUID;
import static callcentre.domain.calls.CallFacts.JORDAN;
import static callcentre.domain.calls.CallFacts.JOURNAL_ID;
import static callcentre.domain.calls.CallFacts.MARIA;
import static callcentre.domain.calls.CallFacts.SAM;
import static callcentre.domain.calls.CallFacts.START;
import static callcentre.domain.calls.CallFacts.details;
import static callcentre.domain.calls.CallFacts.incoming;
import static callcentre.domain.calls.CallFacts.journal;
import static callcentre.domain.calls.CallFacts.journalWithZeros;
import static callcentre.domain.calls.CallFacts.lasting;
import static callcentre.domain.calls.CallFacts.listed;
import static callcentre.domain.calls.CallFacts.minute;
import static callcentre.domain.calls.CallFacts.outgoing;
import static callcentre.domain.calls.CallFacts.respondedAfter;
import static callcentre.domain.calls.CallFacts.talkedFirst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallEvidenceTest {

  private static final CallDetails ANSWERED = incoming(CallStatus.CONNECTED, talkedFirst(SAM));

  @Test
  void bothFamiliesMakeOneRowOfWhatEachKnowsBest() {
    CallDetails listing = lasting(ANSWERED, Duration.ofMillis(64_125));
    CallDetails record =
        respondedAfter(lasting(ANSWERED, Duration.ofSeconds(64)), Duration.ofSeconds(12));

    Call call =
        CallEvidence.of(
                listed(listing, 2),
                journal(record, new JournalNotes(Optional.of("hi"), WorkflowState.OPEN, true), 1))
            .view();

    assertThat(call.duration()).contains(Duration.ofMillis(64_125));
    assertThat(call.connectedAt()).contains(START.plusSeconds(12));
    assertThat(call.endedAt()).contains(START.plusMillis(76_125));
    assertThat(call.waited()).contains(Duration.ofSeconds(12));
    assertThat(call.comment()).contains("hi");
    assertThat(call.workflow()).isEqualTo(WorkflowState.OPEN);
    assertThat(call.sources()).containsExactly(CallSource.CALLS, CallSource.JOURNAL);
    assertThat(call.match()).isEqualTo(Match.EXACT);
    assertThat(call.complete()).isTrue();
  }

  @Test
  void onlyTheJournalTellsACallbackFromACallOfOurs() {
    CallDetails callback =
        details(
            Direction.CALLBACK,
            CallStatus.CONNECTED,
            JORDAN,
            List.of(talkedFirst(MARIA)),
            Optional.empty());

    Call call =
        CallEvidence.of(
                listed(outgoing(CallStatus.CONNECTED, talkedFirst(JORDAN)), 2),
                journal(callback, 1))
            .view();

    assertThat(call.direction()).isEqualTo(Direction.CALLBACK);
    assertThat(call.client().map(Party::value)).contains(JORDAN.value());
  }

  @Test
  void aWidgetThatOnlyTheJournalNamesIsTheClient() {
    Party widget = Party.widget("Pricing page");

    Call call =
        CallEvidence.of(
                listed(callbackOf(Party.anonymous(Optional.of("Pricing page"))), 2),
                journal(callbackOf(widget), 1))
            .view();

    assertThat(call.client()).contains(widget);
    assertThat(call.from()).isEqualTo(widget);
    assertThat(call.to().phone()).contains(CallFacts.BUSINESS);
  }

  private static CallDetails callbackOf(Party caller) {
    return details(
        Direction.CALLBACK,
        CallStatus.CONNECTED,
        caller,
        List.of(talkedFirst(MARIA)),
        Optional.empty());
  }

  @Test
  void anEditIsShownUntilTheJournalSaysOtherwiseLater() {
    CallEvidence before = CallEvidence.of(journal(ANSWERED, 1));
    CallEvidence edited =
        before.with(new CommentEdit(GUID, JOURNAL_ID, Optional.of("done"), minute(2)));

    assertThat(edited.view().comment()).contains("done");
    assertThat(edited.with(journal(ANSWERED, 1)).view().comment()).contains("done");
    assertThat(edited.with(journal(ANSWERED, 3)).view().comment()).isEmpty();
  }

  @Test
  void whatWasChangedBackAtTheProviderIsNewsThoughTheJournalSaysWhatItSaidBefore() {
    CallEvidence edited =
        CallEvidence.of(
            journal(ANSWERED, 1),
            new WorkflowEdit(GUID, JOURNAL_ID, WorkflowState.RESOLVED, minute(2)));

    CallEvidence changedBack = edited.with(journal(ANSWERED, 3));

    assertThat(changedBack.saysTheSameAs(edited)).isFalse();
    assertThat(changedBack.view().workflow()).isEqualTo(WorkflowState.NONE);
  }

  @Test
  void aCallIsIncompleteUntilTheFamilyWithTheDetailsSaysHowItEnded() {
    CallEvidence journalOnly = CallEvidence.of(journal(ANSWERED, 1));

    assertThat(journalOnly.view().finished()).isTrue();
    assertThat(journalOnly.view().complete()).isFalse();
    assertThat(
            journalOnly.with(listed(lasting(ANSWERED, Duration.ofSeconds(5)), 2)).view().complete())
        .isTrue();
  }

  @Test
  void aRecordThatWasJoinedByPartiesAndTimeSaysThatItIsInferred() {
    CallEvidence joined = CallEvidence.of(listed(ANSWERED, 1), journalWithZeros(ANSWERED, 1));

    assertThat(joined.id()).isEqualTo(GUID);
    assertThat(joined.view().match()).isEqualTo(Match.INFERRED);
    assertThat(joined.view().writableJournalId()).contains(JOURNAL_ID);
  }

  @Test
  void nothingIsWrittenThroughAnAmbiguousRow() {
    Call call = CallEvidence.of(journalWithZeros(ANSWERED, 1)).view(true);

    assertThat(call.match()).isEqualTo(Match.AMBIGUOUS);
    assertThat(call.writableJournalId()).isEmpty();
  }

  @Test
  void whatWasJoinedComesApartWithItsEdits() {
    CommentEdit edit = new CommentEdit(GUID, JOURNAL_ID, Optional.of("note"), minute(2));
    CallEvidence joined = CallEvidence.of(listed(ANSWERED, 1), journalWithZeros(ANSWERED, 1), edit);

    assertThat(joined.withoutJournal()).isEqualTo(CallEvidence.of(listed(ANSWERED, 1)));
    assertThat(joined.journalOnly().facts()).contains(edit);
    assertThat(joined.journalOnly().view().comment()).contains("note");
  }

  @Test
  void editsAloneAreNoRow() {
    CallEvidence edits =
        CallEvidence.of(new CommentEdit(GUID, JOURNAL_ID, Optional.of("early"), minute(1)));

    assertThat(edits.isDescribed()).isFalse();
    assertThatThrownBy(edits::view).isInstanceOf(IllegalStateException.class);
    assertThat(edits.with(journal(ANSWERED, 0)).view().comment()).contains("early");
  }
}
