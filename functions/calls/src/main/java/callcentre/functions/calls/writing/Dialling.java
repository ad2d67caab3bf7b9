package callcentre.functions.calls.writing;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClients;
import callcentre.client.calls.CallEntry;
import callcentre.client.calls.NewCall;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.facts.CallFacts;
import callcentre.client.token.UserKeyMissingException;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.validation.FieldError;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a call with the caller's own key, because the provider rings the phone of the key's user.
 * One request that is never repeated, by nobody.
 */
@Singleton
public final class Dialling {

  private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);

  /** API Gateway gives up after 29 s; the rest is for our own reads and writes. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final Outcome OUTCOME =
      new Outcome(
          "No call was started.",
          "The call may have been started all the same: look at the phone first.");

  private final CallingNumbers numbers;
  private final MightyCallClients clients;
  private final StoredCalls rows;
  private final InstantSource clock;

  Dialling(
      CallingNumbers numbers, MightyCallClients clients, StoredCalls rows, InstantSource clock) {
    this.numbers = numbers;
    this.clients = clients;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Starts the call and keeps its row.
   *
   * @return the call as it begins
   * @throws ApiException 404 for a number that the caller may not call from, 409 for a caller
   *     without a key, or what the provider's failure answers
   */
  public Call dial(DialBody body, Principal principal) {
    NewCall call = body.call();
    numbers.require(call.from(), principal);
    Instant askedAt = clock.instant();
    CallEntry begun = ask(call, principal);
    LOG.atInfo()
        .addKeyValue("audit", "call_started")
        .addKeyValue("actor", principal.userId())
        .addKeyValue("call", begun.id())
        .log("A call was started");
    RequestedCall fact =
        new CallFacts(call.from()::equals).requested(begun, principal.extension(), askedAt);
    try {
      return rows.note(fact);
    } catch (RuntimeException failure) {
      // The phone rings by now: an error would invite to let it ring again.
      LOG.atError()
          .setCause(failure)
          .log("A call was started but its row was not stored; the next sync brings it");
      return CallEvidence.of(fact).view();
    }
  }

  private CallEntry ask(NewCall call, Principal principal) {
    try {
      return clients
          .user(principal.userId())
          .calls()
          .makeCall(
              call, new CallContext(RequestClass.INTERACTIVE, Deadline.in(LONGEST_CALL, clock)));
    } catch (UserKeyMissingException missing) {
      throw ApiException.of(
          ErrorCode.USER_KEY_MISSING,
          "No MightyCall key is stored for you, and MightyCall rings the phone of the key's user. No"
              + " call was started. Ask an administrator to store your key.",
          missing);
    } catch (MightyCallException failure) {
      List<FieldError> refused = refusedFields(failure);
      throw refused.isEmpty()
          ? ProviderProblems.ofWrite(failure, OUTCOME, Repetition.DOES_IT_TWICE, clock.instant())
          : ProviderProblems.detailed(ApiException.invalid(refused), failure, clock.instant());
    }
  }

  /** The provider names {@code model.From} and {@code model.To} (MightyCall reference 3.1). */
  private static List<FieldError> refusedFields(MightyCallException failure) {
    if (failure.kind() != ErrorKind.INVALID) {
      return List.of();
    }
    return failure.modelState().keySet().stream()
        .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
        .filter(name -> name.equals("from") || name.equals("to"))
        .sorted()
        .distinct()
        .map(name -> new FieldError(name, "is refused by MightyCall"))
        .toList();
  }
}
