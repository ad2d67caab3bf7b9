package callcentre.storage.numbers;

import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One recorded change of a number's owner; changes are kept for ever.
 *
 * @param actor the user's id
 * @param owner the new owner; empty when the number became nobody's
 * @param effectiveFrom the explicit start, which makes the change a correction
 * @param before who owned the number when, until this change
 */
public record AssignmentChange(
    PhoneNumber number,
    Instant at,
    String actor,
    Optional<OrganisationId> owner,
    Optional<Instant> effectiveFrom,
    NumberOwnership before) {}
