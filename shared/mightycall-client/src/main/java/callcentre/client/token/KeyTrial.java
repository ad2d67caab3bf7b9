package callcentre.client.token;

import callcentre.client.http.ProviderCall;
import callcentre.client.http.ProviderHost;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A user's key that nobody keeps yet, with the account's key and host; its token is thrown away.
 */
public final class KeyTrial implements Tokens {

  private static final String NOWHERE = "";

  private final CredentialsSource account;
  private final TokenRequests requests;
  private final String userKey;

  /**
   * @param account whose key and host go with the user's key
   */
  public KeyTrial(String userKey, Supplier<CredentialsRef> account, TokenSource.Parts parts) {
    this.account = new CredentialsSource(parts.secrets(), account, Duration.ZERO, parts.clock());
    this.requests = new TokenRequests(parts.sender(), parts.retries(), parts.clock());
    this.userKey = userKey;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A new one each time: 1 request of the provider.
   */
  @Override
  public SignIn current(ProviderCall call) {
    Credentials known = account.read();
    Credentials tried = new Credentials(known.host(), known.apiKey(), userKey);
    return new SignIn(tried, requests.renew(tried, Optional.empty(), call), NOWHERE);
  }

  /** None: the one that was refused is of this moment. */
  @Override
  public Optional<SignIn> renewed(SignIn refused, ProviderCall call) {
    return Optional.empty();
  }

  @Override
  public void renewalWasFutile() {
    // Nothing is renewed here.
  }

  @Override
  public ProviderHost host() {
    return account.read().host();
  }
}
