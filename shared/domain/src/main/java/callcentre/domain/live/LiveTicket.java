package callcentre.domain.live;

import java.time.Instant;

/**
 * The right to open one connection.
 *
 * @param expires until when it opens one
 * @param rightsEnd when the token that it was asked for with expires
 */
public record LiveTicket(LiveHolder holder, Instant expires, Instant rightsEnd) {}
