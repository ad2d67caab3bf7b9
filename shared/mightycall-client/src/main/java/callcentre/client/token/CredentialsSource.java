package callcentre.client.token;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.aws.SecretJson;
import callcentre.aws.Secrets;
import callcentre.client.http.ProviderHost;
import callcentre.client.token.CredentialsRef.UserKeyRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The credentials secret: {@code {"api_key", "user_key", "host"}}; for a user key and host of the
 * account, and the user's own key from a secret of its own. There is no other source and no
 * fallback: another account's data must never be shown because a key is missing.
 */
final class CredentialsSource {

  private final Secrets secrets;
  private final Supplier<CredentialsRef> ref;
  private final Duration againInterval;
  private final InstantSource clock;
  private Instant readAgainAt = Instant.MIN;

  /**
   * @param againInterval how often the secret may be read past the cache
   */
  CredentialsSource(
      Secrets secrets, Supplier<CredentialsRef> ref, Duration againInterval, InstantSource clock) {
    this.secrets = secrets;
    this.ref = ref;
    this.againInterval = againInterval;
    this.clock = clock;
  }

  /**
   * The credentials, at most five minutes old.
   *
   * @throws callcentre.aws.ConfigurationException when the secret or a field of it is missing or
   *     unusable
   * @throws UserKeyMissingException when they are a user's and there is no key
   */
  Credentials read() {
    return credentials(secrets::read);
  }

  /** The credentials as they are now, unless they were read so a moment ago. */
  synchronized Credentials readAgain() {
    Instant now = clock.instant();
    if (now.isBefore(readAgainAt)) {
      return read();
    }
    readAgainAt = now.plus(againInterval);
    return credentials(secrets::readAgain);
  }

  private Credentials credentials(Function<String, SecretJson> read) {
    CredentialsRef whose = ref.get();
    SecretJson secret = read.apply(whose.credentialsSecretId());
    ProviderHost host =
        ProviderHost.find(secret.requireText("host"))
            .orElseThrow(
                () ->
                    InvalidConfigurationException.secret(
                        secret.secretId(),
                        "an object whose host is one of " + ProviderHost.allowed()));
    String userKey =
        whose
            .userKey()
            .map(own -> ownKey(own, read))
            .orElseGet(() -> secret.requireText("user_key"));
    return new Credentials(host, secret.requireText("api_key"), userKey);
  }

  private static String ownKey(UserKeyRef own, Function<String, SecretJson> read) {
    SecretJson secret;
    try {
      secret = read.apply(own.secretId());
    } catch (MissingConfigurationException noKey) {
      throw new UserKeyMissingException(own.userId());
    }
    return secret.requireText("user_key");
  }
}
