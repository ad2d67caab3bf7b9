package callcentre.functions.extensions;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.Assignments;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which extensions a caller sees. The provider knows no organisations, so an extension belongs to
 * the organisations of the user who answers there now: whoever shares one of them sees it. The
 * platform's administrators see all, also those at which no user of the dashboard answers.
 *
 * <p>Who answers where is taken from the users as they are now, not as the last sync found them.
 */
final class VisibleExtensions {

  private VisibleExtensions() {}

  /**
   * @param users every user
   * @param stored every extension of the last sync
   * @param readAt a moment before they were read
   */
  static List<AccountExtension> of(
      Caller caller, List<User> users, Collection<AccountExtension> stored, Instant readAt) {
    return caller.seesAll()
        ? merge(users, stored, readAt)
        : colleagues(caller.principal(), users, stored, readAt);
  }

  private static List<AccountExtension> colleagues(
      Principal principal, List<User> users, Collection<AccountExtension> stored, Instant readAt) {
    List<User> colleagues = users.stream().filter(user -> isColleague(principal, user)).toList();
    Set<Extension> theirs = new HashSet<>();
    principal.extension().ifPresent(theirs::add);
    colleagues.forEach(user -> user.currentExtension().ifPresent(theirs::add));
    Set<String> ids = colleagues.stream().map(User::id).collect(Collectors.toSet());
    List<AccountExtension> known =
        stored.stream()
            .filter(row -> theirs.contains(row.extension()))
            .map(row -> withoutStrangers(row, ids))
            .toList();
    return merge(colleagues, known, readAt);
  }

  private static boolean isColleague(Principal principal, User user) {
    return principal.is(user.id())
        || !Collections.disjoint(user.organisations(), principal.organisations());
  }

  /** An extension may once have been, or by mistake still be, a stranger's too. */
  private static AccountExtension withoutStrangers(AccountExtension row, Set<String> ids) {
    ExtensionEvidence evidence = row.evidence();
    return new AccountExtension(
        new ExtensionEvidence(
            evidence.extension(),
            evidence.profile(),
            evidence.miss(),
            evidence.assignment().filter(assigned -> ids.contains(assigned.user())),
            evidence.unassignment(),
            evidence.seen()),
        row.teamUserId());
  }

  private static List<AccountExtension> merge(
      List<User> users, Collection<AccountExtension> stored, Instant readAt) {
    Map<Extension, ExtensionEvidence> known = new HashMap<>();
    Map<Extension, Optional<String>> teamUsers = new HashMap<>();
    for (AccountExtension row : stored) {
      known.put(row.extension(), row.evidence());
      teamUsers.put(row.extension(), row.teamUserId());
    }
    return Assignments.of(users, readAt).mergedInto(known).values().stream()
        .map(
            evidence ->
                new AccountExtension(
                    evidence, teamUsers.getOrDefault(evidence.extension(), Optional.empty())))
        .toList();
  }
}
