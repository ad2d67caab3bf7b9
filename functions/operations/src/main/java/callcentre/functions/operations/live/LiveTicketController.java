package callcentre.functions.operations.live;

import callcentre.api.access.Principal;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.TicketText;
import callcentre.storage.live.LiveTicketRepository;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Tickets of the live channel: a browser cannot send a header with a WebSocket, and a token in a
 * URL would end in logs. A ticket opens one connection within a minute and is worth nothing after
 * that.
 */
@Controller("/api/live/ticket")
final class LiveTicketController {

  private final LiveTicketRepository tickets;
  private final RandomGenerator random;
  private final InstantSource clock;

  LiveTicketController(LiveTicketRepository tickets, RandomGenerator random, InstantSource clock) {
    this.tickets = tickets;
    this.random = random;
    this.clock = clock;
  }

  @Post
  HttpResponse<TicketView> give(Principal caller) {
    Instant now = clock.instant();
    Instant expires = now.plus(LiveLimits.TICKET_LIFE);
    LiveHolder holder =
        new LiveHolder(
            caller.userId(), caller.session().registered(), caller.role(), caller.organisations());
    // Without a known end the connection lives as long as one can.
    Instant rightsEnd =
        caller.session().tokenExpires().orElse(expires.plus(LiveLimits.CONNECTION_LIFE));
    TicketText ticket = TicketText.next(random);
    tickets.put(ticket.hash(), new LiveTicket(holder, expires, rightsEnd));
    return HttpResponse.ok(new TicketView(ticket.value(), expires))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
