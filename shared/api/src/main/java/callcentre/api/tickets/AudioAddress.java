package callcentre.api.tickets;

import java.time.Instant;

/**
 * The answer of the two ticket routes.
 *
 * @param url where the audio is played, without any token beside it
 * @param expiresAt from then on it plays nothing
 */
public record AudioAddress(String url, Instant expiresAt) {}
