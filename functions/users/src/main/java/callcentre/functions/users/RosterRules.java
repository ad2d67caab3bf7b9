package callcentre.functions.users;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import callcentre.storage.people.Roster;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds for all users together. Somebody stays platform administrator: a user, or the one that
 * {@code BOOTSTRAP_ADMIN_SUB} names, who is one as long as there is no row that says otherwise.
 * Claims are not counted: whether anybody has them, nobody here can know.
 */
@Singleton
final class RosterRules {

  /** Users of a stack (docs/tables.md). */
  static final int MOST = 1_000;

  private final Environment environment;

  RosterRules(Environment environment) {
    this.environment = environment;
  }

  /**
   * Checks a user that is to be created or replaced.
   *
   * @throws ApiException 409 that says which rule it breaks
   */
  void requireAllowed(Roster seen, User next) {
    if (seen.find(next.id()).isEmpty() && seen.users().size() >= MOST) {
      throw conflict(
          "There are "
              + MOST
              + " users already, which is the most that a stage holds. Nothing was created; remove"
              + " one first.");
    }
    next.currentExtension().ifPresent(extension -> requireFree(extension, seen, next));
    List<User> after = Stream.concat(others(seen, next.id()), Stream.of(next)).toList();
    requireAdministrator(seen, after);
  }

  /**
   * Checks a removal.
   *
   * @throws ApiException 409 when nobody would be platform administrator any more
   */
  void requireRemovable(Roster seen, String id) {
    requireAdministrator(seen, others(seen, id).toList());
  }

  private static void requireFree(Extension extension, Roster seen, User next) {
    Optional<User> holder =
        others(seen, next.id())
            .filter(user -> user.currentExtension().filter(extension::equals).isPresent())
            .findFirst();
    if (holder.isPresent()) {
      throw conflict(
              "Extension "
                  + extension
                  + " is that of "
                  + holder.get().displayName()
                  + ". Nothing was changed; take it from that user first.")
          .member("user_id", holder.get().id());
    }
  }

  private void requireAdministrator(Roster seen, List<User> after) {
    List<User> before = seen.users().stream().map(Versioned::value).toList();
    if (hasAdministrator(before) && !hasAdministrator(after)) {
      throw conflict(
          "Nobody would be platform_admin any more. Nothing was changed; make somebody else one"
              + " first.");
    }
  }

  private boolean hasAdministrator(List<User> users) {
    Optional<String> first = environment.find(Variable.BOOTSTRAP_ADMIN_SUB);
    return users.stream().anyMatch(user -> user.role() == Role.PLATFORM_ADMIN)
        || first.filter(sub -> users.stream().noneMatch(user -> user.id().equals(sub))).isPresent();
  }

  private static Stream<User> others(Roster seen, String id) {
    return seen.users().stream().map(Versioned::value).filter(user -> !user.id().equals(id));
  }

  private static ApiException conflict(String detail) {
    return ApiException.of(ErrorCode.CONFLICT, detail);
  }
}
