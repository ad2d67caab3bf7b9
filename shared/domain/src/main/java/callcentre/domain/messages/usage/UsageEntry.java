package callcentre.domain.messages.usage;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;

/**
 * What a message counts for.
 *
 * @param number the business number
 * @param segments of its text, 0 or more
 * @param hasFiles whether it is charged as one with files
 */
public record UsageEntry(
    PhoneNumber number,
    Direction direction,
    SendState status,
    int segments,
    boolean hasFiles,
    Instant at) {}
