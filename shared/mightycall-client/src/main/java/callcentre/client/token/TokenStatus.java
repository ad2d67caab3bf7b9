package callcentre.client.token;

import java.time.Instant;

/** Since when and until when the account's token is good, for {@code …/status}. */
public record TokenStatus(Instant obtainedAt, Instant expiresAt) {}
