package callcentre.domain.voicemails;

import static callcentre.domain.voicemails.VoicemailFacts.JOURNAL;
import static callcentre.domain.voicemails.VoicemailFacts.LEFT;
import static callcentre.domain.voicemails.VoicemailFacts.LISTED;
import static callcentre.domain.voicemails.VoicemailFacts.STARTED;
import static callcentre.domain.voicemails.VoicemailFacts.journal;
import static callcentre.domain.voicemails.VoicemailFacts.listed;
import static callcentre.domain.voicemails.VoicemailFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.Match;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntries;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairLinks;
import callcentre.domain.people.Extension;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoicemailEvidenceTest {

  @Test
  void theListAndTheJournalMakeOneRowUnderTheJournalsId() {
    Voicemail row = VoicemailEvidence.of(listed(false, 1), journal(false, 1)).view();

    assertThat(row.id()).isEqualTo(JOURNAL);
    assertThat(row.receivedAt()).isEqualTo(LEFT);
    assertThat(row.duration()).contains(Duration.ofSeconds(27));
    assertThat(row.extension()).contains(new Extension("101"));
    assertThat(row.transcription()).contains("Hi, please call me back.");
    assertThat(row.match()).isEqualTo(Match.INFERRED);
    assertThat(row.status()).isEqualTo("unread");
    assertThat(row.hasAudio()).isTrue();
  }

  @Test
  void aListedDurationOfUnknownUnitIsNeverTakenForSeconds() {
    Voicemail row = VoicemailEvidence.of(listed(false, 1)).view();

    assertThat(row.duration()).isEmpty();
    assertThat(row.unitlessDuration()).contains("27");
    assertThat(row.id()).isEqualTo(LISTED);
    assertThat(row.writableJournalId()).isEmpty();
  }

  @Test
  void whileOnlyTheJournalIsKnownTheCallsStartStandsForTheTime() {
    assertThat(VoicemailEvidence.of(journal(false, 1)).view().receivedAt()).isEqualTo(STARTED);
  }

  @Test
  void theSamplesOfBothFamiliesAreFoundToBeOne() {
    List<PairEntry> entries =
        Stream.of(listed(false, 1), journal(false, 1))
            .flatMap(fact -> PairEntries.of(VoicemailEvidence.of(fact)).stream())
            .toList();

    assertThat(PairLinks.ofVoicemails(entries))
        .containsEntry(JOURNAL.value(), new Link(Match.INFERRED, Optional.of(LISTED.value())));
  }

  @Test
  void theNewestWordWhetherItWasReadIsShown() {
    VoicemailEvidence marked =
        VoicemailEvidence.of(
            listed(false, 1), journal(false, 1), new ReadEdit(JOURNAL, true, minute(2)));

    assertThat(marked.view().read()).isTrue();
    assertThat(marked.with(listed(false, 3)).view().read()).isFalse();
    assertThat(marked.with(listed(false, 3)).saysTheSameAs(marked)).isFalse();
  }

  @Test
  void aVoicemailThatIsGoneAtTheProviderStaysWithItsTextAndIsMarked() {
    VoicemailEvidence known = VoicemailEvidence.of(listed(false, 1), journal(false, 1));

    for (VoicemailEvidence gone :
        new VoicemailEvidence[] {
          known.with(journal(false, Optional.empty(), false, 5)),
          known.with(new Absence(JOURNAL, minute(5))),
          known.with(new RemovalEdit(JOURNAL, false, minute(5)))
        }) {
      assertThat(gone.view().removed()).isTrue();
      assertThat(gone.view().hasAudio()).isFalse();
      assertThat(gone.view().transcription()).contains("Hi, please call me back.");
    }
  }

  @Test
  void aTextThatWasRemovedOnPurposeIsGone() {
    Voicemail row =
        VoicemailEvidence.of(journal(false, 1), new RemovalEdit(JOURNAL, true, minute(2))).view();

    assertThat(row.removed()).isTrue();
    assertThat(row.transcription()).isEmpty();
  }

  @Test
  void aVoicemailThatWasNeverSeenBeforeItWasRemovedIsARowAllTheSame() {
    assertThat(VoicemailEvidence.of(journal(true, Optional.empty(), false, 1)).view().removed())
        .isTrue();
  }

  @Test
  void nothingIsWrittenThroughAnAmbiguousRow() {
    assertThat(VoicemailEvidence.of(journal(false, 1)).view(true).writableJournalId()).isEmpty();
    assertThat(VoicemailEvidence.of(journal(false, 1)).view().writableJournalId())
        .contains(JOURNAL);
  }

  @Test
  void aNewLinkIsNoNews() {
    VoicemailEvidence stored = VoicemailEvidence.of(listed(false, "https://1", 1));

    assertThat(stored.with(listed(false, "https://2", 2)).saysTheSameAs(stored)).isTrue();
    assertThat(stored.toString()).doesNotContain("https://1");
  }

  @Test
  void aVoicemailThatBothListsTellOfInTurnsIsNoNews() {
    VoicemailEvidence stored = VoicemailEvidence.of(journal(false, 1), listed(false, 2));

    VoicemailEvidence journalAgain = stored.with(journal(false, 3));

    assertThat(journalAgain.saysTheSameAs(stored)).isTrue();
    assertThat(journalAgain.with(listed(false, 4)).saysTheSameAs(stored)).isTrue();
    assertThat(stored.view().recording().orElseThrow().length()).contains(Duration.ofSeconds(27));
  }
}
