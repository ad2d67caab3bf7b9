package callcentre.api.history;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.RowScope;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.people.UserRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Finds which calls, voicemails and messages a caller may see. Where somebody answered when is in
 * the table {@code users}: a call is an agent's own by the extension it had at that time, so a
 * successor at an extension does not see its past.
 */
@Singleton
public final class RowScopes {

  private static final Scope NO_NUMBERS = new Scope.Owned(Map.of());

  private final DirectoryCache directory;
  private final UserRepository users;

  RowScopes(DirectoryCache directory, UserRepository users) {
    this.directory = directory;
    this.users = users;
  }

  /**
   * What the caller may see: 0 requests for administrators of the platform; 1 for agents and
   * whoever has an extension; for the numbers what the {@link DirectoryCache} needs.
   */
  public RowScope of(Caller caller) {
    if (caller.seesAll()) {
      return RowScope.EVERYTHING;
    }
    Principal principal = caller.principal();
    boolean isAgent = principal.role() == Role.AGENT;
    Scope numbers = isAgent ? NO_NUMBERS : directory.get().scopeOf(principal.organisations());
    boolean hasOwn = isAgent || principal.extension().isPresent();
    return new RowScope(numbers, hasOwn ? own(principal) : List.of());
  }

  private List<ExtensionAssignment> own(Principal principal) {
    return users.find(principal.userId()).map(Versioned::value).stream()
        .flatMap(user -> user.extensions().stream())
        .toList();
  }
}
