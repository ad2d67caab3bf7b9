package callcentre.functions.operations;

import callcentre.domain.budget.Reopening;
import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * The body of {@code PUT …/usage}; reopening is all that can be asked for.
 *
 * @param reason kept with the caller's id
 */
record ReopenBody(Optional<Boolean> closed, Optional<String> reason) {

  ReopenBody {
    boolean hasReason =
        reason
            .filter(text -> !text.isBlank() && text.length() <= Reopening.LONGEST_REASON)
            .isPresent();
    new FieldErrors()
        .require(
            closed.filter(close -> !close).isPresent(),
            "closed",
            "must be false: the budget can only be reopened")
        .require(hasReason, "reason", "must have 1 to " + Reopening.LONGEST_REASON + " characters")
        .throwIfAny();
  }

  String text() {
    return reason.orElseThrow();
  }
}
