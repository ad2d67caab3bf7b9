package callcentre.functions.operations.events;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.PageCursors;
import callcentre.api.request.QueryParameters;
import callcentre.domain.calls.CallId;
import callcentre.storage.Page;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventIndex;
import callcentre.storage.events.EventRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lists events: those of a call in order of their time, else what came last in front. */
@Singleton
final class EventList {

  private static final String NAME = "events";

  private final EventIndex index;
  private final CallEventRepository events;
  private final PageCursors cursors;
  private final InstantSource clock;

  EventList(
      EventIndex index, CallEventRepository events, PageCursors cursors, InstantSource clock) {
    this.index = index;
    this.events = events;
    this.cursors = cursors;
    this.clock = clock;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    Instant now = clock.instant();
    EventFilter filter = EventFilter.read(query, now);
    if (filter.call().isPresent()) {
      return ListAnswer.complete(NAME, ofCall(filter.call().get(), filter), EmptyReason.NO_MATCH)
          .asOf(Optional.of(now));
    }
    CursorContext context = cursors.context(caller, query);
    Page<EventRow> page =
        index.newestFirst(
            filter.from(),
            filter.to(),
            filter.standings(),
            filter.page().limit(),
            cursors.open(context, filter.page()));
    return ListAnswer.page(
            NAME,
            page.items().stream().map(EventView::of).toList(),
            cursors.seal(context, page.next()),
            EmptyReason.NO_MATCH)
        .asOf(Optional.of(now))
        .totalUnknown("not_counted");
  }

  /** All of them: a call has some ten, and never more than were sent. */
  private List<EventView> ofCall(CallId call, EventFilter filter) {
    return events.rowsNaming(call).stream()
        .filter(row -> filter.standings().contains(row.event().standing()))
        .map(EventView::of)
        .toList();
  }
}
