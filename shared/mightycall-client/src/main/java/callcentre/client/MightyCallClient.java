package callcentre.client;

import callcentre.client.numbers.PhoneNumbersApi;
import callcentre.client.ping.PingApi;
import callcentre.client.profile.ProfileApi;
import callcentre.client.team.TeamApi;

/**
 * The provider MightyCall, API v4, with one account's credentials. Every method takes a {@link
 * CallContext} and throws {@link callcentre.client.error.MightyCallException} when there is no
 * result, and {@link callcentre.aws.ConfigurationException} when the stack is not configured.
 */
public final class MightyCallClient {

  private final PhoneNumbersApi phoneNumbers;
  private final TeamApi team;
  private final ProfileApi profile;
  private final PingApi ping;

  MightyCallClient(ProviderCaller caller) {
    this.phoneNumbers = new PhoneNumbersApi(caller);
    this.team = new TeamApi(caller);
    this.profile = new ProfileApi(caller);
    this.ping = new PingApi(caller);
  }

  /** Business numbers. */
  public PhoneNumbersApi phoneNumbers() {
    return phoneNumbers;
  }

  /** Users, groups and voicemail boxes. */
  public TeamApi team() {
    return team;
  }

  /** Users by extension, and the status of the key's own user. */
  public ProfileApi profile() {
    return profile;
  }

  /** A sign of life. */
  public PingApi ping() {
    return ping;
  }
}
