package callcentre.functions.userstatus;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.token.UserKeyMissingException;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import callcentre.storage.VersionConflictException;
import callcentre.storage.leases.Lease;
import callcentre.storage.leases.LeaseAttempt;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.presence.PresenceRepository;
import callcentre.views.PresenceView;
import callcentre.views.PresenceView.Person;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks for people's status and changes it, and keeps what was learned as evidence of presence. */
@Singleton
final class StatusDesk {

  /** The provider is asked for a user's status at most once in it (contract: {@code refresh}). */
  static final Duration BETWEEN_READS = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(StatusDesk.class);

  private final Floor floor;
  private final LiveStatus live;
  private final PresenceRepository presences;
  private final LeaseRepository leases;
  private final InstantSource clock;
  private final RandomGenerator random;

  StatusDesk(
      Floor floor,
      LiveStatus live,
      PresenceRepository presences,
      LeaseRepository leases,
      InstantSource clock,
      RandomGenerator random) {
    this.floor = floor;
    this.live = live;
    this.presences = presences;
    this.leases = leases;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Sets a user's status at the provider and notes it.
   *
   * @throws ApiException 404 when the caller may not, 409 for a user without an extension or a key,
   *     what the provider's failure answers, or 503 when it was set but could not be noted
   */
  PresenceView change(String userId, ProfileStatus status, Caller caller) {
    Person person = floor.person(userId, caller);
    Extension extension = extension(person);
    StatusFact fact = withKey(() -> live.set(userId, status));
    LOG.atInfo()
        .addKeyValue("audit", "user_status_set")
        .addKeyValue("actor", caller.principal().userId())
        .addKeyValue("user_id", userId)
        .addKeyValue("status", fact.status().wireName())
        .log("A user's status was set");
    note(extension, fact, "MightyCall has set the status, but it could not be noted here.");
    return view(person, extension);
  }

  /**
   * What a user does, with the status as the provider has it now.
   *
   * @return empty when the provider was asked less than {@link #BETWEEN_READS} ago: what is known
   *     is as good as that
   * @throws ApiException as {@link #change}
   */
  Optional<PresenceView> refresh(String userId, Caller caller) {
    Person person = floor.person(userId, caller);
    Extension extension = extension(person);
    return turn(userId)
        .map(
            turn -> {
              note(extension, read(userId, turn), "The status was read, but could not be noted.");
              return view(person, extension);
            });
  }

  private StatusFact read(String userId, Lease turn) {
    return withKey(
        () -> {
          try {
            return live.read(userId);
          } catch (UserKeyMissingException missing) {
            // Nobody was asked: the next one is told the same, not an old status.
            leases.release(turn);
            throw missing;
          }
        });
  }

  /** Never given back: it ends when the provider may be asked again, failed or not. */
  private Optional<Lease> turn(String userId) {
    LeaseAttempt attempt =
        leases.acquire(
            "user-status#" + userId,
            HexFormat.of().toHexDigits(random.nextLong()),
            BETWEEN_READS,
            clock.instant());
    return switch (attempt) {
      case LeaseAttempt.Acquired acquired -> Optional.of(acquired.lease());
      case LeaseAttempt.Refused refused -> Optional.empty();
    };
  }

  private void note(Extension extension, StatusFact fact, String otherwise) {
    try {
      presences.add(extension, known -> known.with(fact));
    } catch (SdkException | VersionConflictException failure) {
      throw ApiException.of(
          ErrorCode.TEMPORARILY_UNAVAILABLE, otherwise + " Doing it again does no harm.", failure);
    }
  }

  private PresenceView view(Person person, Extension extension) {
    return PresenceView.of(person, presences.find(extension), clock.instant());
  }

  private static Extension extension(Person person) {
    return person
        .extension()
        .orElseThrow(
            () ->
                ApiException.of(
                    ErrorCode.CONFLICT,
                    "The user has no extension, so no status can be kept. MightyCall was not"
                        + " asked."));
  }

  private static <T> T withKey(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (UserKeyMissingException missing) {
      throw ApiException.of(
          ErrorCode.USER_KEY_MISSING,
          "No MightyCall key is stored for the user, and MightyCall knows the status of the key's"
              + " own user alone. It was not asked. An administrator stores the key.",
          missing);
    }
  }
}
