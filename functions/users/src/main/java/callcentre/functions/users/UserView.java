package callcentre.functions.users;

import callcentre.api.access.Principal;
import callcentre.api.access.VisibleUsers;
import callcentre.api.request.EntityTag;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A user as answers show it.
 *
 * @param organisations those that the caller may know of
 * @param extension where the user answers now
 * @param extensions where the user answered when
 * @param createdAt empty for somebody whose rights come from elsewhere than from a row
 */
record UserView(
    String id,
    Role role,
    List<OrganisationId> organisations,
    Optional<Extension> extension,
    List<Stretch> extensions,
    String displayName,
    Optional<String> email,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {

  /**
   * A stretch of time at one extension.
   *
   * @param to empty while it lasts
   */
  record Stretch(Extension extension, Instant from, Optional<Instant> to) {}

  static UserView of(User user) {
    return of(user, user.organisations());
  }

  /** A user for a caller who may not know of every organisation. */
  static UserView of(User user, VisibleUsers visible) {
    return of(user, visible.organisationsOf(user));
  }

  private static UserView of(User user, Collection<OrganisationId> organisations) {
    return new UserView(
        user.id(),
        user.role(),
        organisations.stream().sorted().toList(),
        user.currentExtension(),
        user.extensions().stream()
            .map(at -> new Stretch(at.extension(), at.interval().from(), at.interval().to()))
            .toList(),
        user.displayName(),
        user.email(),
        Optional.of(user.createdAt()),
        Optional.of(user.updatedAt()));
  }

  /** A caller whom the table does not know. */
  static UserView withoutRow(Principal principal) {
    return new UserView(
        principal.userId(),
        principal.role(),
        principal.organisations().stream().sorted().toList(),
        principal.extension(),
        List.of(),
        principal.displayName(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static EntityTag tag(Versioned<User> row) {
    return EntityTag.ofRow(row.version(), row.value().createdAt());
  }
}
