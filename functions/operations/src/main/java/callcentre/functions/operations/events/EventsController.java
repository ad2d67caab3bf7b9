package callcentre.functions.operations.events;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.request.QueryParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook events and their replay. */
@Controller("/api/admin/mightycall/events")
final class EventsController {

  private final EventList list;
  private final EventReplay replay;

  EventsController(EventList list, EventReplay replay) {
    this.list = list;
    this.replay = replay;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Post("/{id}/replay")
  ReplayedEvent one(String id, @Nullable @Body ReplayBody body, Principal actor) {
    return replay.one(id, body == null ? ReplayBody.NONE : body, actor);
  }

  @Post("/replay")
  HttpResponse<ReplayedRange> range(Caller caller, QueryParameters query) {
    ReplayedRange replayed = replay.range(caller, query);
    return replayed.done()
        ? HttpResponse.ok(replayed)
        : HttpResponse.<ReplayedRange>accepted().body(replayed);
  }
}
