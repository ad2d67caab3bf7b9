package callcentre.domain.live;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import java.util.Set;

/**
 * Who a ticket was given to and so who is at the end of a connection.
 *
 * @param userId the token's {@code sub}
 * @param registered whether the rights came from the person's row in {@code users}: then they end
 *     with the row. Else they came with the token, and end with it
 */
public record LiveHolder(
    String userId, boolean registered, Role role, Set<OrganisationId> organisations) {

  public LiveHolder {
    organisations = Set.copyOf(organisations);
  }
}
