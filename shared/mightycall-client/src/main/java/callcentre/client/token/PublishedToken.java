package callcentre.client.token;

import callcentre.aws.MissingConfigurationException;
import callcentre.aws.Secrets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the versions of the token's secret that a lease names, whatever their labels say. */
final class PublishedToken {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedToken.class);

  private final Supplier<CredentialsRef> ref;
  private final Secrets secrets;

  PublishedToken(Supplier<CredentialsRef> ref, Secrets secrets) {
    this.ref = ref;
    this.secrets = secrets;
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
