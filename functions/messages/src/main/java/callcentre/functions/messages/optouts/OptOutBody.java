package callcentre.functions.messages.optouts;

import callcentre.domain.phone.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT …/sms-opt-outs/{number}}; it may be left out.
 *
 * @param businessNumber from which no messages are wanted; left out, from all that the caller may
 *     send from
 */
record OptOutBody(Optional<PhoneNumber> businessNumber) {

  static Optional<PhoneNumber> number(@Nullable OptOutBody body) {
    return body == null ? Optional.empty() : body.businessNumber;
  }
}
