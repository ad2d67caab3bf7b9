package callcentre.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a call's timeline.
 *
 * @param event the provider's name of it; also one that is in no table
 * @param extension as written
 */
public record TimelineEntry(String event, Instant at, Optional<String> extension) {}
