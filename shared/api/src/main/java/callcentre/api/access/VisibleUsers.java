package callcentre.api.access;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.User;
import java.util.List;

/**
 * Whom a caller sees, and how much of whom: an organisation that is not its own stays unknown.
 *
 * @param caller who asks, with the access that the role matrix gives on the route
 */
public record VisibleUsers(Caller caller) {

  /** Whether the caller may know of this user. */
  public boolean sees(User user) {
    Principal principal = caller.principal();
    return switch (caller.access()) {
      case ALL -> true;
      case SCOPED ->
          principal.is(user.id())
              || user.organisations().stream().anyMatch(principal.organisations()::contains);
      case SELF -> principal.is(user.id());
      case NONE -> false;
    };
  }

  /** The organisations of a visible user that the caller may know of. */
  public List<OrganisationId> organisationsOf(User user) {
    Principal principal = caller.principal();
    return user.organisations().stream()
        .filter(
            id ->
                caller.seesAll()
                    || principal.is(user.id())
                    || principal.organisations().contains(id))
        .toList();
  }
}
