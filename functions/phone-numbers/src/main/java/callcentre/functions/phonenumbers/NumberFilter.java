package callcentre.functions.phonenumbers;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.OrganisationId;
import java.util.Optional;

/**
 * What a list of numbers is asked for.
 *
 * @param unassignedOnly only numbers that nobody owns now
 * @param organisation only numbers that it owns now
 */
record NumberFilter(
    boolean unassignedOnly, Optional<OrganisationId> organisation, PageRequest page) {

  /**
   * Reads the query of a caller.
   *
   * @throws ApiException 400 naming every parameter that is wrong; 404 for an organisation that is
   *     not the caller's
   */
  static NumberFilter read(QueryParameters query, Caller caller) {
    NumberFilter filter =
        query.read(
            q -> new NumberFilter(q.flag("unassignedOnly"), q.organisation("orgId"), q.page()));
    if (filter.organisation().filter(asked -> !caller.principal().sees(asked)).isPresent()) {
      throw unknownOrganisation();
    }
    return filter;
  }

  /** The answer for an organisation that does not exist, or belongs to others: the same. */
  static ApiException unknownOrganisation() {
    return ApiException.notFound("organisation");
  }

  /** Whether a number with this owner is asked for. */
  boolean matches(Optional<OrganisationId> owner) {
    return (!unassignedOnly || owner.isEmpty())
        && (organisation.isEmpty() || organisation.equals(owner));
  }
}
