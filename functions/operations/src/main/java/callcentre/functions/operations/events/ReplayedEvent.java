package callcentre.functions.operations.events;

import java.util.Optional;

/**
 * What became of one event.
 *
 * @param outcome {@code inserted}, {@code updated}, {@code unchanged} or {@code merged} of its
 *     call's row; {@code parked} or {@code dead_letter} with the reason in the event
 * @param callId the row that says it
 */
record ReplayedEvent(EventView event, String outcome, Optional<String> callId) {}
