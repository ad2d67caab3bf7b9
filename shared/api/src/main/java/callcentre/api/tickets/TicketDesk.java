package callcentre.api.tickets;

import callcentre.api.access.Principal;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives tickets to callers whom a route has already allowed to hear the record. {@code
 * AUDIO_BASE_URL} says where the API of the function audio is.
 *
 * <pre>{@code
 * @Post("/{id}/recording/ticket")
 * AudioAddress ticket(String id, Caller caller) {
 *   Call call = visible(id, caller);
 *   AudioItem item =
 *       new AudioItem(AudioKind.RECORDING, call.id(), providerIds(call), recording.link());
 *   return desk.issue(caller.principal(), item, recording.length());
 * }
 * }</pre>
 */
@Singleton
public final class TicketDesk {

  /** The resource of the API of the function audio. */
  public static final String PATH = "/api/audio/";

  /** What is added to the length, so that pausing and seeking work (contract). */
  public static final Duration GRACE = Duration.ofMinutes(15);

  /** Assumed where the length is not known. */
  public static final Duration UNKNOWN_LENGTH = Duration.ofHours(4);

  /** The most that is believed: no call lasts longer, and a ticket cannot be taken back. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private final AudioTickets tickets;
  private final Environment environment;
  private final InstantSource clock;

  TicketDesk(AudioTickets tickets, Environment environment, InstantSource clock) {
    this.tickets = tickets;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * A ticket for one record.
   *
   * @param length of the recording; empty where it is not known
   * @throws callcentre.aws.MissingConfigurationException naming what is not configured
   */
  public AudioAddress issue(Principal principal, AudioItem item, Optional<Duration> length) {
    String base = environment.require(Variable.AUDIO_BASE_URL);
    Duration told = length.orElse(UNKNOWN_LENGTH);
    Duration believed = told.compareTo(LONGEST) > 0 ? LONGEST : told;
    Instant expiresAt = clock.instant().plus(believed).plus(GRACE).truncatedTo(ChronoUnit.SECONDS);
    String ticket = tickets.seal(new AudioTicket(principal.userId(), item, expiresAt));
    return new AudioAddress(base.replaceAll("/+$", "") + PATH + ticket, expiresAt);
  }
}
