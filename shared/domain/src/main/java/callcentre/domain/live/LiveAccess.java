package callcentre.domain.live;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may hear at this moment; nothing that is not named here.
 *
 * @param own where the person answers now, and since when
 */
public record LiveAccess(
    Role role, Set<OrganisationId> organisations, Optional<ExtensionAssignment> own) {

  private static final LiveAccess NOTHING = new LiveAccess(Role.NONE, Set.of(), Optional.empty());

  public LiveAccess {
    organisations = Set.copyOf(organisations);
  }

  /**
   * What the holder of a connection may hear. The row in {@code users} decides; rights that came
   * with the token count only for somebody without one, and not for one who had a row and lost it.
   *
   * @param row the holder's row as it is now
   */
  public static LiveAccess of(LiveHolder holder, Optional<User> row, Instant now) {
    if (row.isPresent()) {
      User user = row.get();
      return new LiveAccess(
          user.role(),
          user.organisations(),
          user.extensions().stream()
              .filter(assignment -> assignment.interval().contains(now))
              .findFirst());
    }
    return holder.registered()
        ? NOTHING
        : new LiveAccess(holder.role(), holder.organisations(), Optional.empty());
  }

  /** The grant for a topic; empty when it is not for this person. */
  public Optional<Grant> to(Topic topic) {
    return switch (role) {
      case PLATFORM_ADMIN -> Optional.of(Grant.WHOLE);
      case ORG_ADMIN, ORG_MANAGER -> ofOrganisation(topic).or(() -> ofOwn(topic));
      case AGENT -> ofOwn(topic);
      case NONE -> Optional.empty();
    };
  }

  private Optional<Grant> ofOrganisation(Topic topic) {
    return topic instanceof Topic.OfOrganisation asked
            && organisations.contains(asked.organisation())
        ? Optional.of(Grant.WHOLE)
        : Optional.empty();
  }

  private Optional<Grant> ofOwn(Topic topic) {
    return topic instanceof Topic.OfAgent asked
        ? own.filter(assignment -> assignment.extension().equals(asked.extension()))
            .map(assignment -> new Grant(Optional.of(assignment.interval().from())))
        : Optional.empty();
  }

  /**
   * A topic is for somebody.
   *
   * @param since rows that started before are not; empty for all
   */
  public record Grant(Optional<Instant> since) {

    private static final Grant WHOLE = new Grant(Optional.empty());
  }
}
