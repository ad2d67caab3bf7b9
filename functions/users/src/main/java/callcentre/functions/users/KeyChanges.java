package callcentre.functions.users;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.profile.Profile;
import callcentre.client.users.UserKeys;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import callcentre.storage.people.UserRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts and deletes people's own MightyCall keys. A key is tried before it is kept: one that
 * MightyCall refuses would fail at the first call that somebody wants to make, and one of somebody
 * else would make that call from another phone and change another person's status.
 */
@Singleton
final class KeyChanges {

  private static final Logger LOG = LoggerFactory.getLogger(KeyChanges.class);

  /** For the trial; what is left of API Gateway's 29 s is for the secrets. */
  private static final Duration TRIAL = Duration.ofSeconds(15);

  private final UserRepository users;
  private final UserKeys keys;
  private final InstantSource clock;

  KeyChanges(UserRepository users, UserKeys keys, InstantSource clock) {
    this.users = users;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Keeps a key in place of the one there was.
   *
   * @throws ApiException 404 when there is no such user; 400 when MightyCall refuses the key, or it
   *     is of somebody at another extension than the user's
   * @throws MightyCallException when it is not known whose key it is; nothing was stored
   */
  void put(String userId, KeyBody body, Principal actor) {
    Optional<Extension> extension = extension(userId, actor);
    String key = body.key().orElseThrow();
    Optional<String> owners = owner(key).extension().map(String::strip);
    extension
        .filter(expected -> !owners.equals(Optional.of(expected.digits())))
        .ifPresent(
            expected -> {
              throw anothers(expected, owners);
            });
    keys.put(userId, key);
    audit("user_key_put", userId, actor, "A MightyCall key was put");
  }

  /**
   * Deletes a key at once and for good.
   *
   * @throws ApiException 404 when there is none
   */
  void remove(String userId, Principal actor) {
    if (!keys.delete(userId)) {
      throw ApiException.notFound("key");
    }
    audit("user_key_removed", userId, actor, "A MightyCall key was deleted");
  }

  /**
   * The user's, if there is one; without one there is nothing to compare a key with. The first
   * administrator has no row, and may have a key all the same.
   */
  private Optional<Extension> extension(String userId, Principal actor) {
    Optional<User> user = users.find(userId).map(Versioned::value);
    if (user.isEmpty() && !actor.is(userId)) {
      throw ApiException.notFound("user");
    }
    return user.flatMap(User::currentExtension);
  }

  private Profile owner(String key) {
    try {
      return keys.owner(key, new CallContext(RequestClass.INTERACTIVE, Deadline.in(TRIAL, clock)));
    } catch (MightyCallException failed) {
      throw failed.kind() == ErrorKind.AUTH ? refused(failed) : failed;
    }
  }

  private static ApiException anothers(Extension expected, Optional<String> owners) {
    return ApiException.invalid(
        "key",
        "is of a MightyCall user "
            + owners
                .filter(written -> !written.isEmpty())
                .map(written -> "at extension " + written)
                .orElse("without an extension")
            + ", and this user answers at "
            + expected.digits()
            + ". Nothing was stored");
  }

  private static RuntimeException refused(MightyCallException failed) {
    ApiException refusal =
        ApiException.invalid(
            "key",
            "is refused by MightyCall ("
                + failed.code().orElse("unauthorized")
                + "): it is not a key of a user of this account, or sign-in by key is off for that"
                + " user. If nothing else of MightyCall works either, the account's own credentials"
                + " are wrong");
    failed.code().ifPresent(code -> refusal.member("provider_code", code));
    return refusal;
  }

  private static void audit(String what, String userId, Principal actor, String text) {
    LOG.atInfo()
        .addKeyValue("audit", what)
        .addKeyValue("actor", actor.userId())
        .addKeyValue("user_id", userId)
        .log(text);
  }
}
