package callcentre.client.token;

import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderCall;
import callcentre.client.http.ProviderHost;
import java.util.Optional;

/** Where a call of the provider has its token from. */
public sealed interface Tokens permits TokenSource, KeyTrial {

  /**
   * A token to try.
   *
   * @throws MightyCallException when there is none to be had, or not in time
   * @throws callcentre.aws.ConfigurationException when credentials are missing or unusable
   */
  SignIn current(ProviderCall call);

  /**
   * Another token after a 401.
   *
   * @param refused what the 401 was about
   * @return empty when there is no other one, or it would not help
   * @throws MightyCallException when there is none to be had
   */
  Optional<SignIn> renewed(SignIn refused, ProviderCall call);

  /** A renewed token was refused too. */
  void renewalWasFutile();

  /** Where the account lives. */
  ProviderHost host();
}
