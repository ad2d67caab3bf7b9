package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.RequestedRange;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioTicket;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.domain.budget.RequestClass;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a part of what a ticket names: by the link that is known, and once more by a fresh one when
 * the provider's host refuses it (lessons: "recordings duplicate, then dead"). Every access leaves
 * a line; the provider's link is never in it.
 */
@Singleton
final class Player {

  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  /** API Gateway gives up after 29 s; what is left is for the answer itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(22);

  private final Links links;
  private final Recordings recordings;
  private final InstantSource clock;

  Player(Links links, Recordings recordings, InstantSource clock) {
    this.links = links;
    this.recordings = recordings;
    this.clock = clock;
  }

  /**
   * The wanted part, or as much of it as one answer holds.
   *
   * @throws ApiException 404 when the provider has no such sound any more, 416 when the part is not
   *     in it or no part was asked for and the whole is too long, 502 when it cannot be had
   * @throws callcentre.client.error.MightyCallException when the provider fails
   */
  Excerpt play(AudioTicket ticket, RequestedRange range) {
    CallContext context = new CallContext(RequestClass.INTERACTIVE, Deadline.in(PATIENCE, clock));
    AudioItem item = ticket.item();
    Optional<String> known = links.known(item);
    Optional<Excerpt> heard = known.flatMap(link -> read(item, link, range, context));
    Excerpt excerpt = heard.orElseGet(() -> byFreshLink(item, known, range, context));
    log(ticket, excerpt, heard.isEmpty());
    return excerpt;
  }

  private Excerpt byFreshLink(
      AudioItem item, Optional<String> refused, RequestedRange range, CallContext context) {
    String fresh = links.fresh(item, refused, context);
    return read(item, fresh, range, context)
        .orElseThrow(
            () ->
                ApiException.of(
                        ErrorCode.MIGHTYCALL_ERROR,
                        "MightyCall refuses the link that it has just given for this recording."
                            + " The recording may be deleted; to make sure, try again in a minute.")
                    .retryAfter(Links.PAUSE));
  }

  private Optional<Excerpt> read(
      AudioItem item, String link, RequestedRange range, CallContext context) {
    Optional<Excerpt> excerpt = recordings.read(link, range, context);
    excerpt.ifPresent(_ -> links.served(item, link));
    return excerpt;
  }

  private static void log(AudioTicket ticket, Excerpt excerpt, boolean refreshed) {
    LOG.atInfo()
        .addKeyValue("audit", "audio_played")
        .addKeyValue("user_id", ticket.userId())
        .addKeyValue("audio_kind", ticket.item().kind())
        .addKeyValue("record_id", ticket.item().id())
        .addKeyValue("first_byte", excerpt.first())
        .addKeyValue("bytes", excerpt.bytes().length)
        .addKeyValue("total_bytes", excerpt.total())
        .addKeyValue("link_refreshed", refreshed)
        .log("A recording was played");
  }
}
