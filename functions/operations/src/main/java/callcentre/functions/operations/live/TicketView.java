package callcentre.functions.operations.live;

import java.time.Instant;

/** The answer of {@code POST /api/live/ticket}. */
record TicketView(String ticket, Instant expiresAt) {}
