package callcentre.domain.events;

import callcentre.domain.evidence.ProviderIds;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An event as it was sent; what the body lacks is empty. The {@code Guid} is not here: it is zeros
 * in every documented outgoing event, so nothing may be read from it (MightyCall reference 4.3).
 *
 * @param type the {@code EventType} as written; empty text when there is none
 * @param callId {@code Body.Id}, else {@code Body.CallId}, else {@code CallId}
 * @param timestamp as written
 */
public record EventNotice(
    String type,
    Optional<String> callId,
    Optional<String> extension,
    Optional<String> timestamp,
    Optional<String> from,
    Optional<String> to) {

  public EventNotice {
    callId = filled(callId).map(EventNotice::canonical);
    extension = filled(extension);
    timestamp = filled(timestamp);
    from = filled(from);
    to = filled(to);
  }

  /** What makes it another event than others, or the same one sent again. */
  public EventIdentity identity() {
    return EventIdentity.of(this);
  }

  /** When it happened, where the timestamp is one. */
  public Optional<Instant> at() {
    return timestamp.flatMap(EventTime::find);
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(present -> !present.isEmpty());
  }

  /** One spelling for one call; a text that is no id stays what it is. */
  private static String canonical(String id) {
    return ProviderIds.guid(id).orElseGet(() -> id.toLowerCase(Locale.ROOT));
  }
}
