package callcentre.functions.calls.writing;

import callcentre.client.calls.NewCall;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * The body of {@code POST …/calls}.
 *
 * @param from one of the business numbers that the caller may call from
 * @param to a number in any usual notation, or a short number or extension of 2 to 6 digits
 */
public record DialBody(Optional<PhoneNumber> from, Optional<String> to) {

  public DialBody {
    new FieldErrors()
        .require(from.isPresent(), "from", "is required")
        .require(
            to.flatMap(DialBody::callable).isPresent(),
            "to",
            "must be a telephone number, for example +18482161220, or an extension")
        .throwIfAny();
  }

  /** What the provider is asked for. */
  NewCall call() {
    return new NewCall(from.orElseThrow(), to.flatMap(DialBody::callable).orElseThrow());
  }

  private static Optional<String> callable(String written) {
    String text = written.strip();
    return text.matches("[0-9]{2,6}")
        ? Optional.of(text)
        : PhoneNumber.find(written).map(PhoneNumber::e164);
  }
}
