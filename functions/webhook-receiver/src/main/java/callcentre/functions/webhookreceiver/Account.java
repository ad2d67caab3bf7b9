package callcentre.functions.webhookreceiver;

import callcentre.aws.SecretJson;
import callcentre.aws.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the account's secret says of webhooks: two live tokens of the address, the key that the
 * provider sends, and the one before it. Everything is compared in constant time.
 */
final class Account {

  /**
   * A stranger's request must not cause one of ours each; a changed key must work soon (design:
   * "Credentials, token, budget").
   */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Secrets secrets;
  private final Supplier<String> secretId;
  private final InstantSource clock;
  private Instant readAgainAt = Instant.MIN;

  Account(Secrets secrets, Supplier<String> secretId, InstantSource clock) {
    this.secrets = secrets;
    this.secretId = secretId;
    this.clock = clock;
  }

  /**
   * Whether the address is ours.
   *
   * @throws callcentre.aws.ConfigurationException when there is no usable secret
   */
  boolean knowsToken(String token) {
    return holds(account -> matches(token, account.texts("webhook_tokens")));
  }

  /** Whether the provider's key is ours, now or before. */
  boolean knowsKey(String key) {
    return holds(account -> matches(key, keys(account)));
  }

  /** The keys that must not be kept anywhere. */
  List<String> keys() {
    return keys(secrets.read(secretId.get()));
  }

  private boolean holds(Predicate<SecretJson> of) {
    return of.test(secrets.read(secretId.get())) || mayReadAgain() && of.test(readAgain());
  }

  private SecretJson readAgain() {
    return secrets.readAgain(secretId.get());
  }

  private synchronized boolean mayReadAgain() {
    Instant now = clock.instant();
    if (now.isBefore(readAgainAt)) {
      return false;
    }
    readAgainAt = now.plus(AGAIN);
    return true;
  }

  private static List<String> keys(SecretJson account) {
    return Stream.concat(
            account.text("api_key").stream(), account.text("previous_api_key").stream())
        .toList();
  }

  private static boolean matches(String given, List<String> live) {
    boolean found = false;
    for (String one : live) {
      // Not short-circuited: the time must not tell which one it was.
      found |= MessageDigest.isEqual(bytes(given), bytes(one));
    }
    return found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
