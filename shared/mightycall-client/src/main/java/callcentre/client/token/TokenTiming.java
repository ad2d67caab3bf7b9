package callcentre.client.token;

import java.time.Duration;

/**
 * The times of the token's renewal (design: "Credentials, token, budget").
 *
 * @param lease how long one process may renew before another may try; longer than {@code work} and
 *     what publishing takes
 * @param work how long the token request with its retries may take
 * @param poll how long a process that waits for another one's renewal pauses at first, up to twice
 *     as long with jitter; later pauses grow to eight times that
 * @param early how long before its end a token is renewed, up to twice as long with jitter; at most
 *     a tenth of its life
 * @param refused how long refused credentials are not tried again
 * @param failed how long nothing is tried after the provider failed
 * @param reread how often the credentials secret is read again meanwhile
 * @param futile how long no renewal is forced after a renewed token was refused too
 */
public record TokenTiming(
    Duration lease,
    Duration work,
    Duration poll,
    Duration early,
    Duration refused,
    Duration failed,
    Duration reread,
    Duration futile) {

  /** The times of a stage. */
  public static TokenTiming standard() {
    return new TokenTiming(
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofMillis(150),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1));
  }

  /** The same with another lease, of which the work may take two thirds. */
  public TokenTiming withLease(Duration length) {
    return new TokenTiming(
        length, length.multipliedBy(2).dividedBy(3), poll, early, refused, failed, reread, futile);
  }
}
