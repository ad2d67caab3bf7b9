package callcentre.domain.messages.sending;

import callcentre.domain.organisations.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a message may go out: outside the quiet hours of every zone that the recipient may be in. A
 * number that belongs to several zones waits for all of them.
 *
 * @param quiet the hours without messages, by the clock on the recipient's wall
 * @param zones 1 or more
 */
public record PermittedHours(QuietHours quiet, Set<ZoneId> zones) {

  private static final Duration HORIZON = Duration.ofDays(3);

  public PermittedHours {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("a recipient is in at least one time zone");
    }
  }

  /**
   * The first moment from now on at which it is nowhere quiet.
   *
   * @return {@code now} itself when it is permitted; empty when the zones lie so far apart that it
   *     is always quiet in one of them
   */
  public Optional<Instant> firstFrom(Instant now) {
    return ends(now).stream().filter(this::isPermitted).findFirst();
  }

  private boolean isPermitted(Instant at) {
    return zones.stream().noneMatch(zone -> quiet.contains(at.atZone(zone).toLocalTime()));
  }

  /** A permitted stretch begins now or at the end of some zone's quiet hours. */
  private Collection<Instant> ends(Instant now) {
    TreeSet<Instant> ends = new TreeSet<>();
    ends.add(now);
    for (ZoneId zone : zones) {
      LocalDate last = LocalDate.ofInstant(now.plus(HORIZON), zone);
      for (LocalDate day = LocalDate.ofInstant(now, zone);
          !day.isAfter(last);
          day = day.plusDays(1)) {
        Instant end = day.atTime(quiet.to()).atZone(zone).toInstant();
        if (end.isAfter(now)) {
          ends.add(end);
        }
      }
    }
    return ends;
  }
}
