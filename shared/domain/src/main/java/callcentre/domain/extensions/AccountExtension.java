package callcentre.domain.extensions;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.SeenInHistory;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An extension of the account as the system keeps it: each visible field is a function of the
 * evidence. A vanished extension becomes inactive and is kept.
 *
 * @param teamUserId the provider's GUID of the person, known only by a name that is unique in the
 *     team and among the extensions ({@link TeamLinks}); empty when no link is certain
 */
public record AccountExtension(ExtensionEvidence evidence, Optional<String> teamUserId) {

  /**
   * How exact {@link #lastSeenAt} and the time of a miss are kept. An extension that is otherwise
   * unchanged costs at most one write in this time, and a daily sync still moves it every day.
   */
  public static final Duration ASKED_RESOLUTION = Duration.ofHours(20);

  public Extension extension() {
    return evidence.extension();
  }

  /** The provider's name of the person, else the dashboard's, else the extension itself. */
  public String displayName() {
    return evidence
        .profile()
        .flatMap(found -> found.profile().fullName())
        .or(() -> evidence.assignment().map(Assigned::displayName).filter(name -> !name.isBlank()))
        .or(() -> evidence.seen().flatMap(SeenInHistory::name))
        .orElse(extension().digits());
  }

  /** The provider's word for the person's role; empty when it gave none. */
  public Optional<String> role() {
    return evidence.profile().flatMap(found -> found.profile().role());
  }

  public Optional<String> email() {
    return evidence
        .profile()
        .flatMap(found -> found.profile().email())
        .or(() -> evidence.currentAssignment().flatMap(Assigned::email));
  }

  /** Who speaks for it now, in the order of {@link ExtensionSource}; nobody when it vanished. */
  public List<ExtensionSource> sources() {
    List<ExtensionSource> sources = new ArrayList<>();
    if (evidence.isFound()) {
      sources.add(ExtensionSource.PROFILE);
    }
    if (teamUserId.isPresent()) {
      sources.add(ExtensionSource.TEAM);
    }
    if (evidence.currentAssignment().isPresent()) {
      sources.add(ExtensionSource.ASSIGNMENT);
    }
    if (evidence.seen().isPresent()) {
      sources.add(ExtensionSource.HISTORY);
    }
    return List.copyOf(sources);
  }

  /** When the provider last showed it; empty when only the dashboard knows it. */
  public Optional<Instant> lastSeenAt() {
    return evidence.lastSeenAt();
  }

  /**
   * Whether somebody can be reached there as far as is known: the provider's last word, or, before
   * it was asked, the dashboard's assignment.
   */
  public boolean active() {
    return evidence.isFound() || (!evidence.isMissed() && evidence.currentAssignment().isPresent());
  }

  /**
   * Whether this row is worth a write in place of the stored one: something visible changed, or the
   * provider was asked again at least {@link #ASKED_RESOLUTION} later.
   */
  public boolean supersedes(AccountExtension stored) {
    return looksDifferentFrom(stored)
        || isLater(evidence.lastAskedAt(), stored.evidence.lastAskedAt())
        || isLater(evidence.lastSeenAt(), stored.evidence.lastSeenAt());
  }

  /** Whether a visible field other than {@link #lastSeenAt} differs. */
  public boolean looksDifferentFrom(AccountExtension other) {
    return !contentOf(this).equals(contentOf(other));
  }

  private static boolean isLater(Optional<Instant> time, Optional<Instant> stored) {
    Optional<Instant> due = stored.map(at -> at.plus(ASKED_RESOLUTION));
    return time.filter(at -> due.isEmpty() || !at.isBefore(due.get())).isPresent();
  }

  private static Content contentOf(AccountExtension row) {
    return new Content(
        row.displayName(), row.role(), row.email(), row.teamUserId, row.sources(), row.active());
  }

  private record Content(
      String displayName,
      Optional<String> role,
      Optional<String> email,
      Optional<String> teamUserId,
      List<ExtensionSource> sources,
      boolean active) {}
}
