package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * What calls bring the organisation, in minor units of its currency. A value that nobody set is
 * unknown, and so is the revenue that needs it.
 *
 * @param answeredCall revenue of an answered call, 0 to 1,000,000,000, as are all values
 * @param convertedCall revenue of a call that talked at least {@link
 *     Thresholds#convertedCallSeconds()}; it stands in place of that of an answered one
 * @param missedCall what an unreturned missed call loses
 */
public record CallValues(
    Optional<Long> answeredCall, Optional<Long> convertedCall, Optional<Long> missedCall) {

  public static final CallValues UNKNOWN =
      new CallValues(Optional.empty(), Optional.empty(), Optional.empty());

  private static final long HIGHEST = 1_000_000_000;

  public CallValues {
    FieldErrors errors = new FieldErrors();
    answeredCall.ifPresent(v -> errors.requireBetween(v, 0, HIGHEST, "answered_call"));
    convertedCall.ifPresent(v -> errors.requireBetween(v, 0, HIGHEST, "converted_call"));
    missedCall.ifPresent(v -> errors.requireBetween(v, 0, HIGHEST, "missed_call"));
    errors.throwIfAny();
  }
}
