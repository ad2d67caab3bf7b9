package callcentre.functions.phonenumbers;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.request.QueryParameters;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.domain.phone.PhoneNumber;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;

/**
 * The route that destroys a number at the provider. It is off unless the stack's parameter {@code
 * NumberDeletionAllowed} says otherwise, and then answers 409 {@code conflict}: the path and method
 * are there (405 would deny it) and the role is right (403 would blame it), but the state of the
 * stack forbids it until an operator changes that.
 */
@Controller("/api/admin/mightycall/phone-numbers")
final class NumberDeletionController {

  private final NumberDeletions deletions;
  private final Idempotency idempotency;
  private final Environment environment;

  NumberDeletionController(
      NumberDeletions deletions, Idempotency idempotency, Environment environment) {
    this.deletions = deletions;
    this.idempotency = idempotency;
    this.environment = environment;
  }

  @Delete("/{number}")
  HttpResponse<?> delete(
      PhoneNumber number, QueryParameters query, IdempotentRequest request, Principal principal) {
    requireConfirmed(number, query);
    if (!environment.flag(Variable.NUMBER_DELETION_ALLOWED, false)) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "Numbers cannot be deleted in this stage. Nothing was changed. An operator can allow it"
              + " with the stack's parameter NumberDeletionAllowed.");
    }
    return idempotency.run(request, () -> deletions.delete(number, principal));
  }

  private static void requireConfirmed(PhoneNumber number, QueryParameters query) {
    PhoneNumber confirmed =
        query.read(reader -> reader.required("confirm", reader.phoneNumber("confirm")));
    if (!confirmed.equals(number)) {
      throw ApiException.invalid("confirm", "must be the very number that is to be deleted");
    }
  }
}
