package callcentre.client.token;

import callcentre.aws.Secrets;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderCall;
import callcentre.client.http.RequestSender;
import callcentre.client.http.Retries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a user's key with the account's key and host, without keeping anything. */
public final class KeyProof {

  private final CredentialsSource account;
  private final TokenRequests requests;

  /**
   * @param account whose key and host go with the user's key
   */
  public KeyProof(
      Secrets secrets,
      Supplier<CredentialsRef> account,
      RequestSender sender,
      Retries retries,
      InstantSource clock) {
    this.account = new CredentialsSource(secrets, account, Duration.ZERO, clock);
    this.requests = new TokenRequests(sender, retries, clock);
  }

  /**
   * Asks for a token with this key.
   *
   * @throws MightyCallException with kind {@code AUTH} when the key is refused; with another kind
   *     when it is not known whether it is good
   */
  public void prove(String userKey, ProviderCall call) {
    Credentials known = account.read();
    Credentials tried = new Credentials(known.host(), known.apiKey(), userKey);
    requests.renew(tried, Optional.empty(), call);
  }
}
