package callcentre.client.messages;

import java.time.Instant;
import java.util.Optional;

/** What became of the one request that sends a message (design: SMS). */
public sealed interface SendResult {

  /**
   * The provider accepted it.
   *
   * @param id of the answer; whether the journal has the same one is not known (reference 3.8)
   */
  record Accepted(Optional<String> id) implements SendResult {}

  /**
   * The provider refused it, and would again.
   *
   * @param status of the answer
   * @param reason in the provider's words, without phone numbers
   */
  record Refused(int status, String reason) implements SendResult {}

  /**
   * The provider did not take it now: the number sends too fast, or the account's limit is reached.
   *
   * @param retryAt when it wants to be asked again; empty when it does not say
   */
  record NotNow(Optional<Instant> retryAt, String reason) implements SendResult {}

  /**
   * Nothing reached the provider: no budget, no token, no connection.
   *
   * @param retryAt when it is worth another try, if that is known
   */
  record NeverSent(Optional<Instant> retryAt, String reason) implements SendResult {}

  /** The provider may or may not have accepted it. It must never be sent again by itself. */
  record Unknown(String reason) implements SendResult {}
}
