package callcentre.functions.operations.events;

import callcentre.domain.events.EventNotice;
import callcentre.storage.events.EventRow;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Optional;

/**
 * A webhook event, without the account's key. Ends of the call are as MightyCall wrote them.
 *
 * @param at when it happened, where it says so
 * @param body all that came, as JSON
 */
record EventView(
    String id,
    String type,
    Optional<String> callId,
    Optional<String> extension,
    Optional<Instant> at,
    Optional<String> from,
    Optional<String> to,
    Instant receivedAt,
    String status,
    Optional<String> reason,
    @JsonRawValue String body) {

  static EventView of(EventRow row) {
    EventNotice notice = row.event().notice();
    return new EventView(
        row.id().text(),
        notice.type(),
        notice.callId(),
        notice.extension(),
        notice.at(),
        notice.from(),
        notice.to(),
        row.event().receivedAt(),
        row.event().standing().wireName(),
        row.reason(),
        row.event().body());
  }
}
