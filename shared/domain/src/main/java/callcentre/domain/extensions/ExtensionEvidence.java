package callcentre.domain.extensions;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ExtensionFact.SeenInHistory;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest fact of each kind about one extension (design: "The one idea"). Merging is
 * commutative, associative and idempotent, so facts may arrive in any order and any number of
 * times. A person that was once found is kept when a later probe misses: the extension is then
 * inactive, not nameless.
 */
public record ExtensionEvidence(
    Extension extension,
    Optional<ProfileFound> profile,
    Optional<ProfileMissed> miss,
    Optional<Assigned> assignment,
    Optional<Unassigned> unassignment,
    Optional<SeenInHistory> seen) {

  /** Newest wins; of two at the same instant the content decides, never the order of arrival. */
  private static final Comparator<ExtensionFact> NEWEST =
      Comparator.comparing(ExtensionFact::observedAt).thenComparing(ExtensionFact::toString);

  /** An extension of which nothing is known yet. */
  public static ExtensionEvidence none(Extension extension) {
    return new ExtensionEvidence(
        extension,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * @throws IllegalArgumentException when the fact is about another extension
   */
  public ExtensionEvidence merge(ExtensionFact fact) {
    if (!fact.extension().equals(extension)) {
      throw new IllegalArgumentException(
          "a fact about " + fact.extension() + " says nothing of " + extension);
    }
    return switch (fact) {
      case ProfileFound found ->
          new ExtensionEvidence(
              extension, newest(profile, found), miss, assignment, unassignment, seen);
      case ProfileMissed missed ->
          new ExtensionEvidence(
              extension, profile, newest(miss, missed), assignment, unassignment, seen);
      case Assigned assigned ->
          new ExtensionEvidence(
              extension, profile, miss, newest(assignment, assigned), unassignment, seen);
      case Unassigned ended ->
          new ExtensionEvidence(
              extension, profile, miss, assignment, newest(unassignment, ended), seen);
      case SeenInHistory call ->
          new ExtensionEvidence(
              extension, profile, miss, assignment, unassignment, newest(seen, call));
    };
  }

  /** Whether the provider's last word was that somebody is there. */
  public boolean isFound() {
    return profile.isPresent() && !isBefore(profile.get(), miss);
  }

  /** Whether the provider's last word was that nobody is there. */
  public boolean isMissed() {
    return miss.isPresent() && !isFound();
  }

  /** The assignment that still holds; one that ended at the instant it was made does not. */
  public Optional<Assigned> currentAssignment() {
    return assignment.filter(
        assigned ->
            unassignment.isEmpty()
                || assigned.observedAt().isAfter(unassignment.get().observedAt()));
  }

  /** When the provider last showed it; empty when only the dashboard knows it. */
  public Optional<Instant> lastSeenAt() {
    return newestTime(profile, seen);
  }

  /** When the provider was last asked about it and answered, whatever the answer. */
  public Optional<Instant> lastAskedAt() {
    return newestTime(profile, miss);
  }

  /** Whether anybody was ever there; an extension that was only tried in vain is none. */
  public boolean isKnown() {
    return profile.isPresent() || assignment.isPresent() || seen.isPresent();
  }

  private static Optional<Instant> newestTime(
      Optional<? extends ExtensionFact> one, Optional<? extends ExtensionFact> other) {
    return Stream.<Optional<? extends ExtensionFact>>of(one, other)
        .flatMap(Optional::stream)
        .map(ExtensionFact::observedAt)
        .max(Comparator.naturalOrder());
  }

  private static boolean isBefore(ExtensionFact fact, Optional<? extends ExtensionFact> other) {
    return other.isPresent() && fact.observedAt().isBefore(other.get().observedAt());
  }

  private static <F extends ExtensionFact> Optional<F> newest(Optional<F> known, F fact) {
    return known.isPresent() && NEWEST.compare(known.get(), fact) >= 0 ? known : Optional.of(fact);
  }
}
