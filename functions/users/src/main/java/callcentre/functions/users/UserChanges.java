package callcentre.functions.users;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.IfMatch;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.storage.Outcome;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.people.Roster;
import callcentre.storage.people.RosterRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Creates, replaces and removes users. Each change is decided on all users and written only if none
 * of them changed meanwhile; else it is decided again. Who did it is in the log.
 */
@Singleton
final class UserChanges {

  private static final Logger LOG = LoggerFactory.getLogger(UserChanges.class);
  private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}]{1,255}");

  private final RosterRepository rosters;
  private final RosterRules rules;
  private final Database database;
  private final InstantSource clock;

  UserChanges(RosterRepository rosters, RosterRules rules, Database database, InstantSource clock) {
    this.rosters = rosters;
    this.rules = rules;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Creates or replaces a user.
   *
   * @throws ApiException 400 for an unknown organisation, 409 by {@link RosterRules}, 412 when the
   *     stored user is another one than the caller's
   */
  Written<User> put(String id, UserChange change, IfMatch ifMatch, Principal actor) {
    if (!ID.matcher(id).matches()) {
      throw ApiException.invalid("userId", "must have 1 to 255 characters");
    }
    try {
      Written<User> written = database.conflicts().run(() -> tryToPut(id, change, ifMatch));
      audit("user_put", id, actor)
          .addKeyValue("role", written.value().role().wireName())
          .addKeyValue(
              "extension", written.value().currentExtension().map(Extension::digits).orElse("none"))
          .addKeyValue("outcome", written.outcome())
          .log("A user was set");
      return written;
    } catch (UnknownOrganisationException unknown) {
      int at = change.members().indexOf(unknown.organisation());
      throw ApiException.invalid("organisations[" + at + "]", "there is no such organisation");
    }
  }

  /**
   * Removes a user; where it answered when is kept.
   *
   * @throws ApiException 404 when there is none, 409 by {@link RosterRules}, 412 as {@link #put}
   */
  void remove(String id, IfMatch ifMatch, Principal actor) {
    database.conflicts().run(() -> tryToRemove(id, ifMatch));
    audit("user_removed", id, actor).log("A user was removed; its extensions are kept");
  }

  private Written<User> tryToPut(String id, UserChange change, IfMatch ifMatch) {
    Roster seen = rosters.read();
    Optional<Versioned<User>> before = seen.find(id);
    require(ifMatch, before);
    Optional<User> former = before.isPresent() ? Optional.empty() : rosters.findFormer(id);
    Instant now = clock.instant();
    User next = change.over(id, before.map(Versioned::value), former, now);
    if (before.isPresent() && before.get().value().equals(next)) {
      return new Written<>(before.get(), Outcome.UNCHANGED);
    }
    rules.requireAllowed(seen, next);
    return rosters.put(seen, next);
  }

  private boolean tryToRemove(String id, IfMatch ifMatch) {
    Roster seen = rosters.read();
    Versioned<User> user = seen.find(id).orElseThrow(() -> ApiException.notFound("user"));
    require(ifMatch, Optional.of(user));
    rules.requireRemovable(seen, id);
    rosters.remove(seen, user.value(), clock.instant());
    return true;
  }

  private static void require(IfMatch ifMatch, Optional<Versioned<User>> before) {
    before.ifPresentOrElse(
        row -> ifMatch.require(UserView.tag(row), UserView.of(row.value())),
        () -> {
          if (ifMatch.tags().isPresent()) {
            throw ApiException.of(
                ErrorCode.PRECONDITION_FAILED,
                "There is no such user any more. Nothing was changed; leave If-Match out to create"
                    + " it.");
          }
        });
  }

  private static LoggingEventBuilder audit(String what, String id, Principal actor) {
    return LOG.atInfo()
        .addKeyValue("audit", what)
        .addKeyValue("actor", actor.userId())
        .addKeyValue("user_id", id);
  }
}
