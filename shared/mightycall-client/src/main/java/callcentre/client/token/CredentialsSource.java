package callcentre.client.token;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.SecretJson;
import callcentre.aws.Secrets;
import callcentre.client.http.ProviderHost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The credentials secret: {@code {"api_key", "user_key", "host"}}. There is no other source and no
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
   */
  Credentials read() {
    return credentials(secrets.read(ref.get().credentialsSecretId()));
  }

  /** The credentials as they are now, unless they were read so a moment ago. */
  synchronized Credentials readAgain() {
    Instant now = clock.instant();
    if (now.isBefore(readAgainAt)) {
      return read();
    }
    readAgainAt = now.plus(againInterval);
    return credentials(secrets.readAgain(ref.get().credentialsSecretId()));
  }

  private static Credentials credentials(SecretJson secret) {
    ProviderHost host =
        ProviderHost.find(secret.requireText("host"))
            .orElseThrow(
                () ->
                    InvalidConfigurationException.secret(
                        secret.secretId(),
                        "an object whose host is one of " + ProviderHost.allowed()));
    return new Credentials(host, secret.requireText("api_key"), secret.requireText("user_key"));
  }
}
