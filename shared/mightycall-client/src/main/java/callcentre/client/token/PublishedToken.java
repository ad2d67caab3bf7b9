package callcentre.client.token;

import callcentre.aws.MissingConfigurationException;
import callcentre.aws.Secrets;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.leases.LeaseState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token that counts: the version of the secret that the lease names, whatever its labels say.
 */
public final class PublishedToken {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedToken.class);

  private final Supplier<CredentialsRef> ref;
  private final Secrets secrets;
  private final LeaseRepository leases;

  /**
   * @param ref asked at each use; may throw when the stack is not configured
   */
  public PublishedToken(Supplier<CredentialsRef> ref, Secrets secrets, LeaseRepository leases) {
    this.ref = ref;
    this.secrets = secrets;
    this.leases = leases;
  }

  /**
   * How long the token is good: 1 read of the table, and 1 of the secret when its version is new to
   * this process. Nothing is renewed.
   *
   * @return empty while there is none
   * @throws callcentre.aws.ConfigurationException when the stack is not configured
   */
  public Optional<TokenStatus> status(Instant now) {
    LeaseState state = leases.read(ref.get().leaseName(), now);
    return state
        .currentVersionId()
        .flatMap(this::read)
        .map(token -> new TokenStatus(token.obtainedAt(), token.expiresAt()));
  }

  /** Empty when the secret does not hold that version any more, or it holds no token. */
  Optional<AccessToken> read(String versionId) {
    try {
      return AccessToken.read(secrets.readVersion(ref.get().tokenSecretId(), versionId));
    } catch (MissingConfigurationException versionIsGone) {
      LOG.warn("the published token is not in its secret any more");
      return Optional.empty();
    }
  }
}
