package callcentre.functions.phonenumbers;

import callcentre.api.access.Principal;
import callcentre.api.json.Change;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Outcome;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.organisations.OrganisationRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Changes a number's label and owner. The owner is changed first, because only that can be refused;
 * what was there before is kept with the change (ownership) or in the log (label), with who did it.
 */
@Singleton
final class NumberChanges {

  private static final Logger LOG = LoggerFactory.getLogger(NumberChanges.class);

  private final PhoneNumberRepository numbers;
  private final NumberAssignmentRepository assignments;
  private final OrganisationRepository organisations;
  private final InstantSource clock;

  NumberChanges(
      PhoneNumberRepository numbers,
      NumberAssignmentRepository assignments,
      OrganisationRepository organisations,
      InstantSource clock) {
    this.numbers = numbers;
    this.assignments = assignments;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Makes the change.
   *
   * @return the number as it is stored now
   * @throws ApiException 404 for a number that the account never had, 400 for an organisation that
   *     does not exist
   */
  NumberView change(PhoneNumber number, NumberChange change, Principal actor) {
    Versioned<AccountNumber> seen =
        numbers.find(number).orElseThrow(() -> ApiException.notFound("number"));
    Written<NumberOwnership> ownership = assign(number, change, actor);
    AccountNumber row = label(seen, change.label(), ownership.outcome(), actor);
    Optional<OrganisationId> owner = ownership.value().currentOwner();
    Map<OrganisationId, String> names = organisations.names(owner.map(Set::of).orElseGet(Set::of));
    return NumberView.of(row, owner, owner.map(names::get));
  }

  private Written<NumberOwnership> assign(
      PhoneNumber number, NumberChange change, Principal actor) {
    if (!change.orgId().isGiven()) {
      return new Written<>(new Versioned<>(assignments.ownership(number), 0), Outcome.UNCHANGED);
    }
    Optional<OrganisationId> owner = change.orgId().over(Optional.empty());
    try {
      Written<NumberOwnership> written =
          assignments.assign(
              number,
              owner,
              change.effectiveFrom().over(Optional.empty()),
              actor.userId(),
              clock.instant());
      LOG.atInfo()
          .addKeyValue("audit", "number_owner")
          .addKeyValue("actor", actor.userId())
          .addKeyValue("number", number)
          .addKeyValue("organisation", owner.map(OrganisationId::value).orElse("none"))
          .addKeyValue("outcome", written.outcome())
          .log("The owner of a number was set; who owned it before is kept with the change");
      return written;
    } catch (UnknownOrganisationException unknown) {
      throw ApiException.invalid("orgId", "there is no such organisation");
    }
  }

  private AccountNumber label(
      Versioned<AccountNumber> seen, Change<String> label, Outcome ownership, Principal actor) {
    if (!label.isGiven()) {
      return seen.value();
    }
    AtomicReference<AccountNumber> before = new AtomicReference<>(seen.value());
    try {
      Written<AccountNumber> written =
          numbers.change(
              seen.value().number(),
              Optional.of(seen),
              stored -> {
                AccountNumber current = stored.orElseGet(seen::value);
                before.set(current);
                return current.labelled(label.over(current.labelOverride()));
              });
      logLabel(Objects.requireNonNull(before.get()), written, actor);
      return written.value();
    } catch (SdkException | VersionConflictException failure) {
      if (ownership == Outcome.UNCHANGED) {
        throw failure;
      }
      throw ApiException.of(
          ErrorCode.TEMPORARILY_UNAVAILABLE,
          "The owner was changed, the label could not be. Send the label again.",
          failure);
    }
  }

  private static void logLabel(
      AccountNumber before, Written<AccountNumber> written, Principal actor) {
    LOG.atInfo()
        .addKeyValue("audit", "number_label")
        .addKeyValue("actor", actor.userId())
        .addKeyValue("number", before.number())
        .addKeyValue("before", before.labelOverride().orElse(""))
        .addKeyValue("after", written.value().labelOverride().orElse(""))
        .addKeyValue("outcome", written.outcome())
        .log("The label of a number was set; an empty one shows the provider's");
  }
}
