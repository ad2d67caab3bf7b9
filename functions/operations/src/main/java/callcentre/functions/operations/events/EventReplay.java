package callcentre.functions.operations.events;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventId;
import callcentre.storage.events.EventIndex;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.EventStanding;
import callcentre.storage.projection.EventProjection;
import callcentre.storage.projection.PresenceProjection;
import callcentre.storage.projection.Projected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings events into the rows of their calls again, by the projector's own operation. */
@Singleton
final class EventReplay {

  private static final Logger LOG = LoggerFactory.getLogger(EventReplay.class);

  private final CallEventRepository events;
  private final EventProjection projection;
  private final PresenceProjection presence;
  private final EventWalk walk;
  private final PageCursors cursors;
  private final InstantSource clock;

  EventReplay(
      CallEventRepository events,
      EventProjection projection,
      PresenceProjection presence,
      EventWalk walk,
      PageCursors cursors,
      InstantSource clock) {
    this.events = events;
    this.projection = projection;
    this.presence = presence;
    this.walk = walk;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * Replays one event: 3 or 4 requests, and those of presence; releasing it before costs 2 more.
   *
   * @throws ApiException 404 for an unknown id; 409 for a quarantined one that is not released; 503
   *     when its row could not be written now
   */
  ReplayedEvent one(String id, ReplayBody body, Principal actor) {
    EventRow row =
        EventId.parse(id).flatMap(events::find).orElseThrow(() -> ApiException.notFound("event"));
    if (row.event().standing() == EventStanding.QUARANTINED) {
      row = released(row, body, actor);
    }
    Projected projected = projection.project(List.of(row)).getFirst();
    presence.project(PresenceProjection.calls(List.of(projected)));
    if (projected instanceof Projected.Failed) {
      throw ApiException.of(
          ErrorCode.TEMPORARILY_UNAVAILABLE,
          "The call's row could not be written. The event is kept; replay it again.");
    }
    Optional<String> call =
        projected instanceof Projected.Stored stored
            ? Optional.of(stored.call())
            : Optional.empty();
    EventRow now = events.find(row.id()).orElse(row);
    return new ReplayedEvent(EventView.of(now), ReplayedRange.nameOf(projected), call);
  }

  private EventRow released(EventRow row, ReplayBody body, Principal actor) {
    if (!body.releases()) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "The event is quarantined: another key than the account's came with it, or none."
              + " Nothing was done; {\"release\":true} believes it.");
    }
    EventRow believed = events.release(row);
    LOG.atInfo()
        .addKeyValue("audit", "release_event")
        .addKeyValue("actor", actor.userId())
        .addKeyValue("event", row.event().notice().identity().hash())
        .log("A quarantined event is believed from now on");
    return believed;
  }

  /** Replays what came within a time, or as much of it as one request can. */
  ReplayedRange range(Caller caller, QueryParameters query) {
    Instant now = clock.instant();
    ReplayRange range = ReplayRange.read(query, now);
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> place =
        cursors.open(context, new PageRequest(PageRequest.DEFAULT_LIMIT, range.cursor(), 0));
    ReplayedRange.Tally tally = new ReplayedRange.Tally();
    place = walk.go(range.from(), range.to(), place, now.plus(EventWalk.MOST_WORK), tally);
    LOG.atInfo()
        .addKeyValue("audit", "replay_events")
        .addKeyValue("actor", caller.principal().userId())
        .addKeyValue("from", range.from())
        .addKeyValue("to", range.to())
        .addKeyValue("events", tally.events())
        .addKeyValue("done", place.isEmpty())
        .log("Events are replayed");
    return new ReplayedRange(
        place.isEmpty(),
        place.map(EventIndex::reached).map(range::progress).orElse(1.0),
        tally.events(),
        tally.outcomes(),
        cursors.seal(context, place));
  }
}
