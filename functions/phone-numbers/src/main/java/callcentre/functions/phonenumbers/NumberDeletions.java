package callcentre.functions.phonenumbers;

import callcentre.answers.SpentBudget;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClient;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.PhoneNumberRepository;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a number at the provider: one request that is never repeated, with every writing that the
 * provider has of it. The row is kept for its history and marked as removed only when the provider
 * said so of each writing; after a part, the next sync shows what is left.
 */
@Singleton
final class NumberDeletions {

  private static final Logger LOG = LoggerFactory.getLogger(NumberDeletions.class);

  /** API Gateway gives up after 29 s; the rest is for our own reads and writes. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private final PhoneNumberRepository numbers;
  private final SpentBudget budget;
  private final MightyCallClient client;
  private final InstantSource clock;

  NumberDeletions(
      PhoneNumberRepository numbers,
      SpentBudget budget,
      MightyCallClient client,
      InstantSource clock) {
    this.numbers = numbers;
    this.budget = budget;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Deletes the number.
   *
   * @return 200 when all of it is gone, 202 when a part is, as the provider itself answers
   * @throws ApiException 404 for a number that the account never had, 409 for one that is gone
   *     already, 502 when the provider deleted nothing
   */
  HttpResponse<DeletionResults> delete(PhoneNumber number, Principal actor) {
    Versioned<AccountNumber> seen =
        numbers.find(number).orElseThrow(() -> ApiException.notFound("number"));
    if (seen.value().removedAt().isPresent()) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "MightyCall does not list this number since "
              + seen.value().removedAt().get()
              + ". Nothing was sent.");
    }
    Set<String> writings = writings(seen.value().joined());
    CallContext context =
        new CallContext(RequestClass.INTERACTIVE, Deadline.in(LONGEST_CALL, clock));
    DeletionResults results =
        DeletionResults.of(
            number, writings, client.phoneNumbers().delete(List.copyOf(writings), context));
    LOG.atWarn()
        .addKeyValue("audit", "number_deletion")
        .addKeyValue("actor", actor.userId())
        .addKeyValue("number", number)
        .addKeyValue("whole", results.isWhole())
        .addKeyValue("none", results.isNone())
        .log("A number was deleted at the provider, as far as it says so");
    if (results.isNone()) {
      throw ApiException.of(
              ErrorCode.MIGHTYCALL_ERROR,
              "MightyCall did not delete the number. It is still in the account.")
          .member("results", results.results());
    }
    if (results.isWhole()) {
      markRemoved(seen);
    }
    return answer(results);
  }

  private static Set<String> writings(JoinedNumber joined) {
    Set<String> writings = new LinkedHashSet<>();
    writings.add(joined.listed().raw());
    joined.alsoKnownAs().stream().map(RawForm::raw).forEach(writings::add);
    return writings;
  }

  /** The number is gone by now: failing to note it must not say that it is not. */
  private void markRemoved(Versioned<AccountNumber> seen) {
    Instant now = clock.instant();
    try {
      numbers.change(
          seen.value().number(),
          Optional.of(seen),
          stored -> stored.orElseGet(seen::value).missing(now));
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .log("A number was deleted but its row was not marked; the next sync does it");
    }
  }

  private HttpResponse<DeletionResults> answer(DeletionResults results) {
    return budget.shownOn(
        HttpResponse.<DeletionResults>status(
                results.isWhole() ? HttpStatus.OK : HttpStatus.ACCEPTED)
            .body(results));
  }
}
