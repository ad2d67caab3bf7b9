package callcentre.functions.extensions;

import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionSource;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An extension as answers show it (contract: "GET …/extensions").
 *
 * @param displayName the provider's name of the person, so that it is the one that calls carry; the
 *     dashboard's own where the provider has none
 * @param userId the dashboard's user who answers there now
 * @param sources who speaks for it now; empty once nobody does
 */
record ExtensionView(
    Extension extension,
    String displayName,
    Optional<String> userId,
    Optional<String> role,
    Optional<String> email,
    List<String> sources,
    Optional<Instant> lastSeenAt,
    boolean active) {

  static ExtensionView of(AccountExtension row) {
    return new ExtensionView(
        row.extension(),
        row.displayName(),
        row.evidence().currentAssignment().map(Assigned::user),
        row.role(),
        row.email(),
        row.sources().stream().map(ExtensionSource::wireName).toList(),
        row.lastSeenAt(),
        row.active());
  }
}
