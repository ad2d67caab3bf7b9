package callcentre.functions.operations.events;

import callcentre.domain.calls.CallId;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.events.EventIndex;
import callcentre.storage.events.EventRow;
import callcentre.storage.projection.EventProjection;
import callcentre.storage.projection.PresenceProjection;
import callcentre.storage.projection.Projected;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replays what came within a time, portion by portion. */
@Singleton
final class EventWalk {

  /** The gateway gives up after 29 s, and a portion takes some tenths of one. */
  static final Duration MOST_WORK = Duration.ofSeconds(15);

  private final EventIndex index;
  private final EventProjection projection;
  private final PresenceProjection presence;
  private final InstantSource clock;

  EventWalk(
      EventIndex index,
      EventProjection projection,
      PresenceProjection presence,
      InstantSource clock) {
    this.index = index;
    this.projection = projection;
    this.presence = presence;
    this.clock = clock;
  }

  /**
   * Replays at least one portion, and more while there is time.
   *
   * @param place where an earlier walk through the same time stopped
   * @param end when no further portion is begun
   * @param tally counts what became of the events
   * @return where to go on; empty when everything was replayed
   */
  Optional<PageKey> go(
      Instant from, Instant to, Optional<PageKey> place, Instant end, ReplayedRange.Tally tally) {
    Set<CallId> told = new HashSet<>();
    Optional<PageKey> next = place;
    do {
      Page<EventRow> portion = index.walk(from, to, next);
      List<Projected> projected = projection.project(portion.items());
      projected.forEach(tally::count);
      // A call's events lie in several portions, and each time all of them would be read.
      presence.project(PresenceProjection.calls(projected).stream().filter(told::add).toList());
      next = portion.next();
    } while (next.isPresent() && clock.instant().isBefore(end));
    return next;
  }
}
