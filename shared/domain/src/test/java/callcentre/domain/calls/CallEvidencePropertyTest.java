package callcentre.domain.calls;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.CallFact.Described;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.RequestedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CallEvidencePropertyTest {

  @Provide
  Arbitrary<List<CallFact>> facts() {
    return CallFacts.about().list().ofMaxSize(14);
  }

  @Provide
  Arbitrary<CallFact> fact() {
    return CallFacts.about();
  }

  @Property
  void sameFactsInAnyOrderAnyNumberOfTimesGiveTheSameRow(
      @ForAll("facts") List<CallFact> facts, @ForAll long seed) {
    List<CallFact> disordered = new ArrayList<>(facts);
    disordered.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(disordered, new Random(seed));

    CallEvidence merged = oneByOne(disordered);

    assertThat(merged).isEqualTo(oneByOne(facts));
    if (merged.isDescribed()) {
      assertThat(merged.view()).isEqualTo(oneByOne(facts).view());
    }
  }

  @Property
  void evidencesMergedInAnyGroupingAreTheSame(
      @ForAll("facts") List<CallFact> one,
      @ForAll("facts") List<CallFact> two,
      @ForAll("facts") List<CallFact> three) {
    CallEvidence a = new CallEvidence(one);
    CallEvidence b = new CallEvidence(two);
    CallEvidence c = new CallEvidence(three);

    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
    assertThat(a.merge(a)).isEqualTo(a);
    assertThat(a.merge(CallEvidence.NONE)).isEqualTo(a);
  }

  @Property
  void whatWasMergedBeforeAddsNothingWhenItComesAgainLater(
      @ForAll("facts") List<CallFact> facts, @ForAll("facts") List<CallFact> more) {
    CallEvidence grown = new CallEvidence(facts).merge(new CallEvidence(more));

    assertThat(grown.merge(new CallEvidence(facts))).isEqualTo(grown);
  }

  @Property
  void aTerminalStateIsNeverLeft(
      @ForAll("facts") List<CallFact> before, @ForAll("facts") List<CallFact> after) {
    CallEvidence evidence = new CallEvidence(before);
    Assume.that(evidence.isDescribed() && evidence.view().finished());

    assertThat(evidence.merge(new CallEvidence(after)).view().finished()).isTrue();
  }

  @Property
  void evidenceIsBoundedByItsSources(@ForAll("facts") List<CallFact> facts) {
    assertThat(new CallEvidence(facts).facts())
        .hasSizeLessThanOrEqualTo(CallSource.values().length)
        .filteredOn(fact -> !(fact instanceof EventFact))
        .isSubsetOf(facts);
  }

  @Property
  void theSameContentSeenAgainIsNoNews(@ForAll("facts") List<CallFact> facts) {
    CallEvidence stored = new CallEvidence(facts);
    List<CallFact> seenAgain =
        stored.facts().stream().map(CallEvidencePropertyTest::anHourLater).toList();

    assertThat(new CallEvidence(seenAgain).saysTheSameAs(stored)).isTrue();
  }

  @Property
  void evidenceThatSaysTheSameLooksTheSame(
      @ForAll("facts") List<CallFact> facts, @ForAll("fact") CallFact fact) {
    CallEvidence stored = new CallEvidence(facts);
    CallEvidence merged = stored.with(fact);
    Assume.that(stored.isDescribed() && merged.saysTheSameAs(stored));

    assertThat(merged.view().withoutLink()).isEqualTo(stored.view().withoutLink());
  }

  @Property
  void partingWhatWasJoinedLosesNothing(@ForAll("facts") List<CallFact> facts) {
    CallEvidence evidence = new CallEvidence(facts);

    assertThat(evidence.withoutJournal().merge(evidence.journalOnly())).isEqualTo(evidence);
  }

  @Property
  void anAgentTalkedOrCalledOutHimself(@ForAll("facts") List<CallFact> facts) {
    CallEvidence evidence = new CallEvidence(facts);
    Assume.that(evidence.isDescribed());
    Call call = evidence.view();

    if (call.agent().isPresent()
        && call.direction() != Direction.OUTGOING
        && call.direction() != Direction.INTERNAL) {
      assertThat(call.status()).isIn(CallStatus.CONNECTED, CallStatus.ON_CALL);
      assertThat(evidence.described().map(Described::details).flatMap(told -> told.legs().stream()))
          .anyMatch(Leg::connected);
    }
  }

  private static CallEvidence oneByOne(List<CallFact> facts) {
    CallEvidence evidence = CallEvidence.NONE;
    for (CallFact fact : facts) {
      evidence = evidence.with(fact);
    }
    return evidence;
  }

  private static CallFact anHourLater(CallFact fact) {
    Duration hour = Duration.ofHours(1);
    return switch (fact) {
      case ListedCall listed ->
          new ListedCall(listed.id(), listed.details(), listed.observedAt().plus(hour));
      case JournalCall record ->
          new JournalCall(
              record.journalId(),
              record.guid(),
              record.details(),
              record.notes(),
              record.observedAt().plus(hour));
      case RequestedCall requested ->
          new RequestedCall(requested.id(), requested.details(), requested.observedAt().plus(hour));
      // Events are not observed: their times are what they say.
      case EventFact events -> events;
      case CallFact.CommentEdit edit ->
          new CallFact.CommentEdit(
              edit.id(), edit.journalId(), edit.comment(), edit.observedAt().plus(hour));
      case CallFact.WorkflowEdit edit ->
          new CallFact.WorkflowEdit(
              edit.id(), edit.journalId(), edit.workflow(), edit.observedAt().plus(hour));
      case CallFact.ReadEdit edit ->
          new CallFact.ReadEdit(
              edit.id(), edit.journalId(), edit.read(), edit.observedAt().plus(hour));
    };
  }
}
