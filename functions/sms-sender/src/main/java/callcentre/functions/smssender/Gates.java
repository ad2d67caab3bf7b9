package callcentre.functions.smssender;

import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.Pace;
import callcentre.domain.messages.sending.PermittedHours;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.QuietHours;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.Paces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What decides just before the claim whether a message goes out: nothing was sent yet. */
final class Gates {

  /** What is left of the function's time must hold a request and its end. */
  private static final Duration NEEDED = Duration.ofSeconds(20);

  /** A place in the pace that is closer than this is now: the queue counts in seconds. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private final OptOuts optOuts;
  private final OrganisationRules rules;
  private final RecipientZones zones;
  private final Paces paces;
  private final Supplier<Pace> pace;

  Gates(
      OptOuts optOuts,
      OrganisationRules rules,
      RecipientZones zones,
      Paces paces,
      Supplier<Pace> pace) {
    this.optOuts = optOuts;
    this.rules = rules;
    this.zones = zones;
    this.paces = paces;
    this.pace = pace;
  }

  /**
   * 1 request for opt-outs and 1 to 2 for the pace.
   *
   * @param deadline when the function ends
   */
  Gate check(OutgoingMessage message, Instant now, Instant deadline) {
    if (deadline.isBefore(now.plus(NEEDED))) {
      return new Gate.Wait(
          now, false, new SendError("no_time", "The sender's time was over; it goes on at once."));
    }
    Optional<Instant> later = message.notBefore().filter(now::isBefore);
    if (later.isPresent()) {
      return new Gate.Wait(
          later.get(),
          message.paced(),
          message.error().orElse(new SendError("early", "The queue delivered it too early.")));
    }
    if (!optOuts.stopped(message.from(), List.of(message.to())).isEmpty()) {
      return new Gate.Shut(
          new SendError(
              "opted_out",
              "The recipient wrote STOP to this number. It was not sent; an administrator can lift"
                  + " the opt-out if the recipient asks for it."));
    }
    OrganisationSettings settings = rules.of(message.from());
    return settings
        .quietHours()
        .flatMap(quiet -> quiet(message, quiet, settings.timeZone(), now))
        .orElseGet(() -> pace(message, now));
  }

  private Optional<Gate> quiet(
      OutgoingMessage message, QuietHours quiet, ZoneId ownZone, Instant now) {
    Set<ZoneId> places = zones.of(message.to());
    Optional<Instant> at =
        new PermittedHours(quiet, places.isEmpty() ? Set.of(ownZone) : places).firstFrom(now);
    if (at.isEmpty()) {
      return Optional.of(
          new Gate.Shut(
              new SendError(
                  "always_quiet",
                  "The recipient's number belongs to time zones so far apart that it is always in"
                      + " the quiet hours of one. It was not sent; change the quiet hours or"
                      + " call.")));
    }
    return at.filter(now::isBefore)
        .map(
            until ->
                new Gate.Wait(
                    until,
                    false,
                    new SendError(
                        "quiet_hours", "It waits for the end of the recipient's quiet hours.")));
  }

  private Gate pace(OutgoingMessage message, Instant now) {
    Pace wanted = pace.get();
    if (message.paced() || wanted.interval().isZero()) {
      return new Gate.Open();
    }
    Pace.Slot slot = paces.take(message.from(), wanted, now);
    return slot.at().isBefore(now.plus(AT_ONCE))
        ? new Gate.Open()
        : new Gate.Wait(
            slot.at(),
            true,
            new SendError("pace", "It waits its turn: this number sends one after the other."));
  }
}
