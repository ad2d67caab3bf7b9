package callcentre.functions.users;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.User;
import java.util.List;

/** Whom a caller sees, and how much of whom: an organisation that is not its own stays unknown. */
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

  UserView view(User user) {
    Principal principal = caller.principal();
    List<OrganisationId> shown =
        user.organisations().stream()
            .filter(id -> caller.seesAll() || principal.organisations().contains(id))
            .toList();
    return principal.is(user.id()) ? UserView.of(user) : UserView.of(user, shown);
  }
}
