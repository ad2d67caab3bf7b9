package callcentre.functions.syncworker;

import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Instant;
import java.util.Optional;

/** Who owns numbers, for the test that a sync leaves it alone. */
final class Owners {

  private Owners() {}

  static NumberOwnership assign(Workbench bench, PhoneNumber number, String organisation) {
    Instant now = bench.simulator.clock().instant();
    OrganisationId id = new OrganisationId(organisation);
    new OrganisationRepository(bench.database).name(id, "Harbor Dental", now);
    return new NumberAssignmentRepository(bench.database)
        .assign(number, Optional.of(id), Optional.empty(), Workbench.PERSON, now)
        .value();
  }

  static NumberOwnership of(Workbench bench, PhoneNumber number) {
    return new NumberAssignmentRepository(bench.database).ownership(number);
  }
}
