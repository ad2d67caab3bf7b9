package callcentre.functions.organisations;

import callcentre.domain.organisations.Organisation;
import callcentre.domain.ownership.OrganisationId;

/**
 * An organisation as answers show it (contract: "GET /api/admin/orgs").
 *
 * @param numbers how many it owns now
 * @param users how many belong to it
 */
record OrganisationView(OrganisationId id, String name, int numbers, int users) {

  static OrganisationView of(Organisation organisation, Members members) {
    return new OrganisationView(
        organisation.id(),
        organisation.name(),
        members.numbersOf(organisation.id()),
        members.usersOf(organisation.id()));
  }
}
