package callcentre.domain.presence;

import java.time.Duration;

/**
 * How long what is known is good. Events may be lost (MightyCall reference 4.2): without an end,
 * somebody would be on a call for ever.
 *
 * @param ringing after its last event; then it is over, told or not
 * @param talk after its beginning; then nothing is known
 * @param wrapUp after the end of a talk
 * @param status after it was observed; it can be changed where we are not told
 */
public record PresenceRules(Duration ringing, Duration talk, Duration wrapUp, Duration status) {

  /** 2 minutes, 4 hours, 30 seconds, 1 hour. */
  public static final PresenceRules USUAL =
      new PresenceRules(
          Duration.ofMinutes(2), Duration.ofHours(4), Duration.ofSeconds(30), Duration.ofHours(1));
}
