package callcentre.domain.calls;

import callcentre.domain.calls.CallFact.CallEdit;
import callcentre.domain.calls.CallFact.Described;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.evidence.Evidence;
import callcentre.domain.evidence.Newest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of a call: the newest fact of each source, and all its events in one. The same
 * facts in any order, any number of times, merged in any grouping, are the same evidence.
 *
 * @param facts at most one per {@link CallSource}, in its order; any list is reduced to that
 */
public record CallEvidence(List<CallFact> facts) implements Evidence<CallFact, CallEvidence> {

  /** Evidence of nothing: merging it changes nothing. */
  public static final CallEvidence NONE = new CallEvidence(List.of());

  public CallEvidence {
    facts = Newest.perSource(withJoinedEvents(facts));
  }

  public static CallEvidence of(CallFact... facts) {
    return new CallEvidence(List.of(facts));
  }

  @Override
  public CallEvidence with(CallFact fact) {
    return merge(of(fact));
  }

  @Override
  public CallEvidence merge(CallEvidence other) {
    return new CallEvidence(Stream.concat(facts.stream(), other.facts.stream()).toList());
  }

  /** Whether a source described the call, so that there is a row; edits alone are none. */
  @Override
  public boolean isDescribed() {
    return described().findAny().isPresent();
  }

  /**
   * The row's id: the GUID where any source has it, else the journal's id.
   *
   * @throws IllegalStateException for evidence of nothing
   */
  public CallId id() {
    return facts.stream()
        .map(CallFact::id)
        .min(Comparator.comparing((CallId id) -> !id.isGuid()).thenComparing(id -> id))
        .orElseThrow(() -> new IllegalStateException("no fact, so no call"));
  }

  /** The journal record of the call, where one is joined. */
  public Optional<JournalCall> journal() {
    return find(JournalCall.class);
  }

  /** The fact of this kind, where there is one. */
  public <F extends CallFact> Optional<F> find(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /**
   * Whether a write would say nothing new in place of {@code stored}: the same sources say the
   * same, be it observed later, and the row looks the same. A row that is pulled again unchanged
   * costs no write. (A later observation alone can change the row: what a person here edited may
   * have been changed back at the provider.)
   */
  @Override
  public boolean saysTheSameAs(CallEvidence stored) {
    return contents().equals(stored.contents()) && visible().equals(stored.visible());
  }

  /**
   * The part that belongs to the journal record: the record and what was edited through it. With
   * {@link #withoutJournal} it undoes a join that turned out to be ambiguous.
   */
  public CallEvidence journalOnly() {
    return new CallEvidence(facts.stream().filter(CallEvidence::isOfJournal).toList());
  }

  /** The part that belongs to the call itself. */
  public CallEvidence withoutJournal() {
    return new CallEvidence(facts.stream().filter(fact -> !isOfJournal(fact)).toList());
  }

  /** The visible row, when nothing speaks against the join. */
  public Call view() {
    return view(false);
  }

  /**
   * The visible row.
   *
   * @param ambiguous whether several records could be this one's counterpart ({@code domain.links})
   * @throws IllegalStateException when nothing describes the call
   */
  public Call view(boolean ambiguous) {
    return CallView.of(this, ambiguous);
  }

  Stream<Described> described() {
    return facts.stream().filter(Described.class::isInstance).map(Described.class::cast);
  }

  private Optional<Call> visible() {
    return isDescribed() ? Optional.of(view().withoutLink()) : Optional.empty();
  }

  private List<CallFact> contents() {
    return facts.stream().map(CallFact::content).toList();
  }

  private static List<CallFact> withJoinedEvents(List<CallFact> facts) {
    Stream<CallFact> others = facts.stream().filter(fact -> !(fact instanceof EventFact));
    Stream<EventFact> events =
        facts.stream().filter(EventFact.class::isInstance).map(EventFact.class::cast);
    return Stream.concat(others, events.reduce(EventFact::join).stream()).toList();
  }

  private static boolean isOfJournal(CallFact fact) {
    return fact instanceof JournalCall || fact instanceof CallEdit;
  }
}
