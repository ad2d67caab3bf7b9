package callcentre.api.tickets;

import java.time.Instant;

/**
 * One person's permission to play one recording or voicemail for a while.
 *
 * @param userId whom it was given to
 * @param expiresAt from then on it plays nothing; whole seconds
 */
public record AudioTicket(String userId, AudioItem item, Instant expiresAt) {}
