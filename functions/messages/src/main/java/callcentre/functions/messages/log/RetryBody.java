package callcentre.functions.messages.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/sms-logs/{id}/retry}; it may be left out.
 *
 * @param confirm that a message may be sent once more which may have been sent already
 */
record RetryBody(Optional<Boolean> confirm) {

  static boolean isConfirmed(@Nullable RetryBody body) {
    return body != null && body.confirm.orElse(false);
  }
}
