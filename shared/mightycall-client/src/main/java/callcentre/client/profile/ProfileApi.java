package callcentre.client.profile;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderAnswer;
import callcentre.client.http.ProviderRequest;
import callcentre.client.json.Json;
import callcentre.client.json.ProviderWord;
import callcentre.domain.people.Extension;
import java.util.Optional;

/** Users by extension, and the status of the key's own user: {@code /profile} (reference 3.4). */
public final class ProfileApi {

  private static final String STATUS = "/profile/status";

  private final ProviderCaller caller;

  public ProfileApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * The user whose key it is.
   *
   * @throws MightyCallException when there is no answer that can be read
   */
  public Profile own(CallContext context) {
    return caller.call(ProviderRequest.get("/profile"), context, ProfileApi::profile);
  }

  /**
   * The user at an extension.
   *
   * @return empty when nobody has it
   */
  public Optional<Profile> find(Extension extension, CallContext context) {
    try {
      return Optional.of(
          caller.call(
              ProviderRequest.get("/profile/{extension}", extension.digits()),
              context,
              ProfileApi::profile));
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** The status of the user whose key it is; no other user's can be read. */
  public ProviderWord<UserStatus> status(CallContext context) {
    return caller.call(ProviderRequest.get(STATUS), context, ProfileApi::status);
  }

  /**
   * Sets the status of the user whose key it is. Never repeated by itself.
   *
   * @return the status as the provider confirms it
   */
  public ProviderWord<UserStatus> setStatus(UserStatus status, CallContext context) {
    return caller.call(
        ProviderRequest.put(STATUS + "/{status}", status.wireName()), context, ProfileApi::status);
  }

  private static Profile profile(ProviderAnswer answer) {
    return Profile.read(Json.requireData(answer.body()));
  }

  private static ProviderWord<UserStatus> status(ProviderAnswer answer) {
    return ProviderWord.read(
        Json.requireData(answer.body()).requireText("status"), UserStatus.class);
  }
}
