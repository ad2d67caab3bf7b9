package callcentre.functions.userstatus;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClients;
import callcentre.client.error.MightyCallException;
import callcentre.client.json.ProviderWord;
import callcentre.client.profile.ProfileApi;
import callcentre.client.profile.UserStatus;
import callcentre.client.token.UserKeyMissingException;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People's status at the provider. It knows the status of the key's own user alone (MightyCall
 * reference 3.4), so each is asked and changed with that person's own key, as calls are made.
 */
@Singleton
final class LiveStatus {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStatus.class);

  /** API Gateway gives up after 29 s; the rest is for our own reads and writes. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Outcome OUTCOME =
      new Outcome(
          "The status was not changed.",
          "The status may have been changed all the same: read it with refresh=true.");

  private final MightyCallClients clients;
  private final InstantSource clock;

  LiveStatus(MightyCallClients clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * What the user has set: 1 request of the provider.
   *
   * @throws UserKeyMissingException when no key of the user is stored; nothing was asked
   * @throws ApiException what the provider's failure answers
   */
  StatusFact read(String userId) {
    Instant askedAt = clock.instant();
    try {
      return fact(profile(userId).status(context()), PresenceSource.PROFILE, askedAt);
    } catch (MightyCallException failure) {
      throw ProviderProblems.ofQuestion(failure, clock.instant());
    }
  }

  /**
   * Sets it: 1 request of the provider, never repeated by itself.
   *
   * @return the status that the provider confirms
   * @throws UserKeyMissingException as {@link #read}
   * @throws ApiException what the provider's failure answers
   */
  StatusFact set(String userId, ProfileStatus status) {
    Instant askedAt = clock.instant();
    try {
      return fact(
          profile(userId).setStatus(word(status), context()), PresenceSource.DASHBOARD, askedAt);
    } catch (MightyCallException failure) {
      throw ProviderProblems.ofWrite(failure, OUTCOME, Repetition.HARMLESS, clock.instant());
    }
  }

  private ProfileApi profile(String userId) {
    return clients.user(userId).profile();
  }

  private CallContext context() {
    return new CallContext(RequestClass.INTERACTIVE, Deadline.in(LONGEST, clock));
  }

  private static StatusFact fact(
      ProviderWord<UserStatus> answered, PresenceSource source, Instant askedAt) {
    return answered
        .known()
        .map(word -> new StatusFact(askedAt, status(word), source))
        .orElseThrow(() -> unknown(answered.written()));
  }

  private static ApiException unknown(String written) {
    LOG.atError()
        .addKeyValue("status", written.substring(0, Math.min(40, written.length())))
        .log("MightyCall answered a status that is neither available nor dnd; it was not noted");
    return ApiException.of(
        ErrorCode.MIGHTYCALL_ERROR,
        "MightyCall answered a status that is neither available nor dnd. It was not noted here.");
  }

  private static UserStatus word(ProfileStatus status) {
    return switch (status) {
      case AVAILABLE -> UserStatus.AVAILABLE;
      case DND -> UserStatus.DND;
    };
  }

  private static ProfileStatus status(UserStatus word) {
    return switch (word) {
      case AVAILABLE -> ProfileStatus.AVAILABLE;
      case DND -> ProfileStatus.DND;
    };
  }
}
