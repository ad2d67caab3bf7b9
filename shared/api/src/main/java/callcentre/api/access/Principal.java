package callcentre.api.access;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the authorizer found it in the table {@code users}. A controller takes it as an
 * argument.
 *
 * @param userId the token's {@code sub}
 * @param organisations the ones the caller belongs to; without meaning for a platform administrator
 * @param extension where the caller answers now; whoever has one owns the rows of that extension
 * @param displayName may be empty
 * @param session how long and by what the rights are given
 */
public record Principal(
    String userId,
    Role role,
    Set<OrganisationId> organisations,
    Optional<Extension> extension,
    String displayName,
    Session session) {

  public Principal {
    organisations = Set.copyOf(organisations);
  }

  /** Whether an id in a path is the caller's own. */
  public boolean is(String someUserId) {
    return userId.equals(someUserId);
  }

  /** Whether the caller may see this organisation at all: its own, or any for the whole account. */
  public boolean sees(OrganisationId organisation) {
    return role == Role.PLATFORM_ADMIN || organisations.contains(organisation);
  }
}
