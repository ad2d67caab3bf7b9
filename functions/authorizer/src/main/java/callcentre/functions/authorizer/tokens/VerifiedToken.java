package callcentre.functions.authorizer.tokens;

import java.time.Instant;
import java.util.Map;

/**
 * A token that was verified.
 *
 * @param subject its {@code sub}, 1 to 128 characters
 * @param expires its {@code exp}
 * @param claims all of its claims
 */
public record VerifiedToken(String subject, Instant expires, Map<String, Object> claims) {}
