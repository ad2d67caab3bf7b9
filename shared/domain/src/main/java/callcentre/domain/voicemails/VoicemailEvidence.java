package callcentre.domain.voicemails;

import callcentre.domain.evidence.Evidence;
import callcentre.domain.evidence.Newest;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a voicemail: the newest fact of each source. The same facts in any order,
 * any number of times, merged in any grouping, are the same evidence.
 *
 * @param facts at most one per {@link VoicemailSource}, in its order; any list is reduced to that,
 *     and a journal record without its voicemail counts as an {@link Absence} too
 */
public record VoicemailEvidence(List<VoicemailFact> facts)
    implements Evidence<VoicemailFact, VoicemailEvidence> {

  /** Evidence of nothing: merging it changes nothing. */
  public static final VoicemailEvidence NONE = new VoicemailEvidence(List.of());

  public VoicemailEvidence {
    facts = Newest.perSource(withAbsences(facts));
  }

  public static VoicemailEvidence of(VoicemailFact... facts) {
    return new VoicemailEvidence(List.of(facts));
  }

  @Override
  public VoicemailEvidence with(VoicemailFact fact) {
    return merge(of(fact));
  }

  @Override
  public VoicemailEvidence merge(VoicemailEvidence other) {
    return new VoicemailEvidence(Newest.merged(facts, other.facts));
  }

  /** Whether a source described the voicemail, so that there is a row. */
  @Override
  public boolean isDescribed() {
    return listed().isPresent() || journal().isPresent();
  }

  /**
   * The row's id: the journal's where it is known.
   *
   * @throws IllegalStateException for evidence of nothing
   */
  public VoicemailId id() {
    return facts.stream()
        .map(VoicemailFact::id)
        .min(Comparator.comparing((VoicemailId id) -> !id.isJournal()).thenComparing(id -> id))
        .orElseThrow(() -> new IllegalStateException("no fact, so no voicemail"));
  }

  public Optional<ListedVoicemail> listed() {
    return find(ListedVoicemail.class);
  }

  public Optional<JournalVoicemail> journal() {
    return find(JournalVoicemail.class);
  }

  /** The fact of this kind, where there is one. */
  public <F extends VoicemailFact> Optional<F> find(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /**
   * Whether a write would say nothing new in place of {@code stored}: the same sources say the
   * same, be it observed later, and the row looks the same.
   */
  @Override
  public boolean saysTheSameAs(VoicemailEvidence stored) {
    return contents().equals(stored.contents()) && visible().equals(stored.visible());
  }

  /** The part that {@code GET /voicemails} gave; with {@link #withoutListed} it undoes a join. */
  public VoicemailEvidence listedOnly() {
    return new VoicemailEvidence(List.copyOf(listed().stream().toList()));
  }

  /** The part that belongs to the journal record. */
  public VoicemailEvidence withoutListed() {
    return new VoicemailEvidence(
        facts.stream().filter(fact -> !(fact instanceof ListedVoicemail)).toList());
  }

  /** The visible row, when nothing speaks against the join. */
  public Voicemail view() {
    return view(false);
  }

  /**
   * The visible row.
   *
   * @param ambiguous whether several records could be this one's counterpart ({@code domain.links})
   * @throws IllegalStateException when nothing describes the voicemail
   */
  public Voicemail view(boolean ambiguous) {
    return VoicemailView.of(this, ambiguous);
  }

  private Optional<Voicemail> visible() {
    return isDescribed() ? Optional.of(view().withoutLink()) : Optional.empty();
  }

  private List<VoicemailFact> contents() {
    return facts.stream().map(VoicemailFact::content).toList();
  }

  private static List<VoicemailFact> withAbsences(List<VoicemailFact> facts) {
    List<VoicemailFact> all = new ArrayList<>(facts);
    for (VoicemailFact fact : facts) {
      if (fact instanceof JournalVoicemail record && !record.available()) {
        all.add(new Absence(record.id(), record.observedAt()));
      }
    }
    return all;
  }
}
