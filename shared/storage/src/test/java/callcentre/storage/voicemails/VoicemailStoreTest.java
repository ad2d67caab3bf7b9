package callcentre.storage.voicemails;

import static callcentre.storage.links.StoreOutcome.INSERTED;
import static callcentre.storage.links.StoreOutcome.MERGED;
import static callcentre.storage.links.StoreOutcome.UNCHANGED;
import static callcentre.storage.links.StoreOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.storage.Page;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class VoicemailStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON.plusSeconds(86_400));
  private static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  private static final Extension MARIA = new Extension("101");
  private static final Party CLIENT =
      Party.number(new PhoneNumber("+19175550188"), Optional.empty());

  private final TestStore store;
  private final VoicemailStore voicemails;
  private final VoicemailQueries queries;
  private final HistoryGate gate = new HistoryGate(CLOCK);

  VoicemailStoreTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.VOICEMAIL_LOGS);
    voicemails = new VoicemailStore(store.database(), Retention::forEver);
    queries = new VoicemailQueries(store.database(), CLOCK);
  }

  @Test
  void aListedVoicemailGoesIntoTheRowOfItsJournalRecordWhicheverCameFirst() {
    assertThat(store(listed(1, NOON.plusSeconds(51)))).containsExactly(INSERTED);
    assertThat(store(journal(1, NOON))).containsExactly(MERGED);
    assertThat(store(journal(2, NOON.plusSeconds(3_000)))).containsExactly(INSERTED);
    assertThat(store(listed(2, NOON.plusSeconds(3_040)))).containsExactly(MERGED);

    for (int index = 1; index <= 2; index++) {
      Voicemail voicemail = queries.find(listedId(index)).orElseThrow();
      assertThat(voicemail.id()).isEqualTo(journalId(index));
      assertThat(voicemail.match()).isEqualTo(Match.INFERRED);
      assertThat(voicemail.transcription()).contains("Hi, please call me back.");
      assertThat(voicemail.unitlessDuration()).contains("27");
      assertThat(queries.find(journalId(index))).contains(voicemail);
    }
    assertThat(queries.count(NOON, NOON.plusSeconds(4_000)).of(VoicemailSource.VOICEMAILS))
        .isEqualTo(2);
  }

  @Test
  void theMatchHoldsAcrossTheEdgeOfAnHour() {
    Instant edge = Instant.parse("2026-11-20T13:00:00Z");
    store(journal(1, edge.minusSeconds(20)), listed(1, edge.plusSeconds(30)));

    assertThat(queries.find(listedId(1)).orElseThrow().id()).isEqualTo(journalId(1));
  }

  @Test
  void twoVoicemailsThatFitOneRecordStayApartAndNothingIsWrittenThroughThem() {
    store(journal(1, NOON), listed(1, NOON.plusSeconds(30)));
    store(listed(2, NOON.plusSeconds(45)));

    for (VoicemailId id : List.of(journalId(1), listedId(1), listedId(2))) {
      Voicemail voicemail = queries.find(id).orElseThrow();
      assertThat(voicemail.id()).isEqualTo(id);
      assertThat(voicemail.writableJournalId()).isEmpty();
      assertThat(voicemail.match()).isEqualTo(Match.AMBIGUOUS);
    }
  }

  @Test
  void aVoicemailThatWasReadOrRemovedHereSaysSoAndARemovedOneIsListedNoMore() {
    store(journal(1, NOON));
    assertThat(store(new ReadEdit(journalId(1), true, NOON.plusSeconds(900))))
        .containsExactly(UPDATED);
    assertThat(unread().items()).isEmpty();
    assertThat(queries.page(everything().withRead(true), 10, Optional.empty()).items()).hasSize(1);

    store(new RemovalEdit(journalId(1), false, NOON.plusSeconds(901)));

    assertThat(queries.page(everything(), 10, Optional.empty()).items()).isEmpty();
    assertThat(queries.find(journalId(1)).orElseThrow().removed()).isTrue();
  }

  @Test
  void whatIsPulledAgainUnchangedCostsOneReadAndNoWrite() {
    store(journal(1, NOON), listed(1, NOON.plusSeconds(30)), journal(2, NOON.plusSeconds(700)));
    store.requests().reset();

    assertThat(
            store(
                journal(1, NOON),
                listed(1, NOON.plusSeconds(30)),
                journal(2, NOON.plusSeconds(700))))
        .containsOnly(UNCHANGED);
    assertThat(store.requests().counts()).isEqualTo(Map.of("dynamodb.BatchGetItem", 1));
  }

  @Test
  void anAgentSeesTheVoicemailsOfItsExtensionAndAnOrganisationThoseOfItsNumbers() {
    store(journal(1, NOON));
    RowScope maria =
        new RowScope(
            new Scope.Owned(Map.of()),
            List.of(new ExtensionAssignment(MARIA, Interval.since(NOON))));
    RowScope successor =
        new RowScope(
            new Scope.Owned(Map.of()),
            List.of(new ExtensionAssignment(MARIA, Interval.since(NOON.plusMillis(1)))));
    RowScope owner =
        new RowScope(new Scope.Owned(Map.of(MAIN, List.of(Interval.since(NOON)))), List.of());
    RowScope before =
        new RowScope(
            new Scope.Owned(Map.of(MAIN, List.of(new Interval(Instant.EPOCH, Optional.of(NOON))))),
            List.of());

    assertThat(seenBy(maria)).hasSize(1);
    assertThat(seenBy(successor)).isEmpty();
    assertThat(seenBy(owner)).hasSize(1);
    assertThat(seenBy(before)).isEmpty();
  }

  @Test
  void aPageCostsOneQueryAndOneReadOfRows() {
    store(journal(1, NOON), journal(2, NOON.plusSeconds(700)));

    assertThat(store.requestsOf(() -> queries.page(everything(), 10, Optional.empty())))
        .isEqualTo(2);
    assertThat(
            store.requestsOf(
                () -> queries.page(everything().withBusinessNumber(MAIN), 1, Optional.empty())))
        .isEqualTo(2);
  }

  private List<Voicemail> seenBy(RowScope scope) {
    return queries
        .page(
            VoicemailQuery.between(NOON.minusSeconds(60), NOON.plusSeconds(60), scope),
            10,
            Optional.empty())
        .items();
  }

  private Page<Voicemail> unread() {
    return queries.page(everything().withRead(false), 10, Optional.empty());
  }

  private static VoicemailQuery everything() {
    return VoicemailQuery.between(
        NOON.minusSeconds(3_600), NOON.plusSeconds(7_200), RowScope.EVERYTHING);
  }

  private List<StoreOutcome> store(VoicemailFact... facts) {
    return voicemails.store(gate.voicemails(List.of(facts)).admitted()).stream()
        .map(StoreResult::outcome)
        .toList();
  }

  private static VoicemailId listedId(int index) {
    return new VoicemailId("b7c1e2d3-0a4f-4b6c-9d8e-%012x".formatted(index));
  }

  private static VoicemailId journalId(int index) {
    return new VoicemailId("66e5c0a1%016x".formatted(index));
  }

  private static ListedVoicemail listed(int index, Instant receivedAt) {
    return new ListedVoicemail(
        listedId(index),
        CLIENT,
        Optional.of(MAIN),
        Optional.of("Maria Lopez"),
        receivedAt,
        Optional.of("27"),
        false,
        Optional.of(new Recording(true, Optional.empty(), Optional.of("https://example.org/vm"))),
        receivedAt.plusSeconds(600));
  }

  private static JournalVoicemail journal(int index, Instant startedAt) {
    return new JournalVoicemail(
        journalId(index),
        Optional.empty(),
        CLIENT,
        Optional.of(MAIN),
        Optional.of(new Agent(MARIA, Optional.of("Maria Lopez"))),
        startedAt,
        Optional.of(Duration.ofSeconds(41)),
        Optional.of(Duration.ofSeconds(27)),
        false,
        Optional.of("Hi, please call me back."),
        Optional.empty(),
        true,
        startedAt.plusSeconds(600));
  }
}
