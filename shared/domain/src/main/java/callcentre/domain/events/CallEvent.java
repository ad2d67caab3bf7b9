package callcentre.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that is understood.
 *
 * @param callId the call's GUID in lower case, never zeros
 * @param at the event's own time; arrival plays no part
 * @param from as written; the same in all events of a call (MightyCall reference 4.3)
 * @param to as written
 */
public record CallEvent(
    String callId, EventMark mark, Instant at, Optional<String> from, Optional<String> to) {}
