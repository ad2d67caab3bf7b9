package callcentre.simulator.webhooks;

import java.net.URI;
import java.time.Instant;

/**
 * A URL that gets every event.
 *
 * @param parallel how many events are on their way to it at one time; 1 keeps their order
 * @param echoed whether its answer to the validation returned the header {@code Echo}
 * @param since calls that begin from then on are told, on the simulator's clock
 */
public record RegisteredUrl(String id, URI url, int parallel, boolean echoed, Instant since) {}
