package callcentre.functions.audio;

import callcentre.api.request.RequestedRange;
import callcentre.api.tickets.AudioTicket;
import callcentre.api.tickets.AudioTickets;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;

/** Plays what a ticket names. The ticket is the only proof that is asked for. */
@Controller("/api/audio")
final class AudioController {

  private final AudioTickets tickets;
  private final Player player;

  AudioController(AudioTickets tickets, Player player) {
    this.tickets = tickets;
    this.player = player;
  }

  @Get(value = "/{ticket}", headRoute = false)
  HttpResponse<byte[]> play(String ticket, RequestedRange range) {
    AudioTicket opened = tickets.open(ticket);
    Excerpt excerpt = player.play(opened, range);
    return switch (range) {
      case RequestedRange.Whole() ->
          describe(HttpResponse.<byte[]>ok(), opened, excerpt).body(excerpt.bytes());
      case RequestedRange.Span _, RequestedRange.Suffix _ ->
          describe(
                  HttpResponse.<byte[]>status(HttpStatus.PARTIAL_CONTENT)
                      .header("Content-Range", excerpt.contentRange()),
                  opened,
                  excerpt)
              .body(excerpt.bytes());
    };
  }

  /** What a GET would be, without length: API Gateway counts the bytes that it is given. */
  @Head("/{ticket}")
  HttpResponse<byte[]> describe(String ticket) {
    AudioTicket opened = tickets.open(ticket);
    Excerpt first = player.play(opened, new RequestedRange.Span(0, 0));
    return describe(HttpResponse.<byte[]>ok(), opened, first);
  }

  private static MutableHttpResponse<byte[]> describe(
      MutableHttpResponse<byte[]> answer, AudioTicket ticket, Excerpt excerpt) {
    return answer
        .header("Content-Type", excerpt.type().mediaType())
        .header("Accept-Ranges", "bytes")
        .header(
            "Content-Disposition",
            "inline; filename=\"" + excerpt.type().fileName(ticket.item()) + "\"");
  }
}
