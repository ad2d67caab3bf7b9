package callcentre.domain.links;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFacts;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.Party;
import callcentre.domain.links.PairEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairLinksTest {

  private static final Instant HOUR = Instant.parse("2026-09-14T16:00:00Z");
  private static final PairKey KEY =
      new PairKey("+12125550147", "+13475550123", Direction.INCOMING, HOUR);

  @Test
  void aRecordAndACallWithinTwoSecondsAreOne() {
    Map<String, Link> links = PairLinks.ofCalls(List.of(call("a", 0), record("j", 2000)));

    assertThat(links).containsEntry("a", Link.inferred("j")).containsEntry("j", Link.inferred("a"));
  }

  @Test
  void moreThanTwoSecondsApartTheyAreTwo() {
    Map<String, Link> links = PairLinks.ofCalls(List.of(call("a", 0), record("j", 2001)));

    assertThat(links).containsEntry("a", Link.NONE).containsEntry("j", Link.NONE);
  }

  @Test
  void aSecondCandidateUndoesTheLink() {
    List<PairEntry> two = List.of(call("a", 0), call("b", 1000), record("j", 500));

    assertThat(PairLinks.ofCalls(two).values()).containsOnly(Link.AMBIGUOUS);
  }

  @Test
  void aCallThatTwoRecordsFitIsAmbiguousForBoth() {
    List<PairEntry> two = List.of(call("a", 0), record("j", 0), record("k", 1000));

    assertThat(PairLinks.ofCalls(two).values()).containsOnly(Link.AMBIGUOUS);
  }

  @Test
  void aCallWhoseRecordIsKnownByGuidIsNobodyElses() {
    PairEntry known = new PairEntry(KEY, "a", Kind.CALL, HOUR, HOUR, true);

    Map<String, Link> links = PairLinks.ofCalls(List.of(known, call("b", 1000), record("j", 500)));

    assertThat(links).doesNotContainKey("a").containsEntry("j", Link.inferred("b"));
  }

  @Test
  void recordsOfOtherPartiesOrDirectionsNeverFit() {
    PairKey outgoing = new PairKey(KEY.business(), KEY.client(), Direction.OUTGOING, HOUR);
    PairEntry other = new PairEntry(outgoing, "j", Kind.JOURNAL, HOUR, HOUR, false);

    assertThat(PairLinks.ofCalls(List.of(call("a", 0), other)).values()).containsOnly(Link.NONE);
  }

  @Test
  void recordsOfOnePairMeetAcrossTheHour() {
    Instant next = HOUR.plus(Duration.ofHours(1));
    PairEntry late = new PairEntry(KEY, "a", Kind.CALL, next.minusMillis(500), next, false);
    PairEntry early = new PairEntry(KEY.at(next), "j", Kind.JOURNAL, next, next, false);

    assertThat(PairLinks.ofCalls(List.of(late, early))).containsEntry("j", Link.inferred("a"));
    assertThat(KEY.around(next.minusMillis(500), next, PairLinks.CALL_REACH))
        .containsExactly(KEY, KEY.at(next));
  }

  @Test
  void aVoicemailIsLeftBetweenItsCallsStartAndAMinuteAfterItsEnd() {
    PairEntry call = new PairEntry(KEY, "j", Kind.JOURNAL, HOUR, HOUR.plusSeconds(41), false);

    for (long left : new long[] {0, 31_520, 101_000}) {
      assertThat(PairLinks.ofVoicemails(List.of(call, voicemail("v", left))))
          .containsEntry("j", Link.inferred("v"));
    }
    for (long left : new long[] {-1, 101_001}) {
      assertThat(PairLinks.ofVoicemails(List.of(call, voicemail("v", left))))
          .containsEntry("v", Link.NONE);
    }
  }

  @Test
  void twoVoicemailsOfOneCallerInAMinuteStayApart() {
    PairEntry first = new PairEntry(KEY, "j", Kind.JOURNAL, HOUR, HOUR.plusSeconds(30), false);
    PairEntry second =
        new PairEntry(KEY, "k", Kind.JOURNAL, HOUR.plusSeconds(50), HOUR.plusSeconds(80), false);

    Map<String, Link> links =
        PairLinks.ofVoicemails(
            List.of(first, second, voicemail("v", 20_000), voicemail("w", 70_000)));

    assertThat(links.get("k").match()).isEqualTo(Match.AMBIGUOUS);
    assertThat(links.get("w").match()).isEqualTo(Match.AMBIGUOUS);
  }

  @Test
  void anInternalCallIsOnePairFromWhicheverEndItIsSeen() {
    assertThat(PairKey.of(internal(CallFacts.MARIA, CallFacts.SAM)))
        .isEqualTo(PairKey.of(internal(CallFacts.SAM, CallFacts.MARIA)));
  }

  @Test
  void aWidgetsCallbackIsOnePairThoughOneFamilyHasOnlyTheWidgetsName() {
    assertThat(PairKey.of(callback(Party.widget("Pricing page"))))
        .isPresent()
        .isEqualTo(PairKey.of(callback(Party.anonymous(Optional.of("Pricing page")))));
  }

  @Test
  void hiddenCallersShareAPair() {
    PairKey hidden =
        PairKey.ofVoicemail(
            Party.anonymous(Optional.empty()), Optional.of(CallFacts.BUSINESS), HOUR);

    assertThat(hidden.text()).isEqualTo("+12125550147#anonymous#incoming#2026-09-14T16");
  }

  private static CallDetails callback(Party caller) {
    return CallFacts.details(
        Direction.CALLBACK,
        CallStatus.CONNECTED,
        caller,
        List.of(CallFacts.talkedFirst(CallFacts.MARIA)),
        Optional.empty());
  }

  private static CallDetails internal(Party caller, Party called) {
    return CallFacts.details(
        Direction.INTERNAL,
        CallStatus.CONNECTED,
        caller,
        List.of(CallFacts.talkedFirst(called)),
        Optional.empty());
  }

  private static PairEntry call(String id, long millis) {
    return entry(id, Kind.CALL, millis);
  }

  private static PairEntry record(String id, long millis) {
    return entry(id, Kind.JOURNAL, millis);
  }

  private static PairEntry voicemail(String id, long millis) {
    return entry(id, Kind.VOICEMAIL, millis);
  }

  private static PairEntry entry(String id, Kind kind, long millis) {
    Instant start = HOUR.plusMillis(millis);
    return new PairEntry(KEY.at(start), id, kind, start, start, false);
  }
}
