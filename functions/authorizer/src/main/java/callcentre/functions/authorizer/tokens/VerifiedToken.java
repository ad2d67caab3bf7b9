package callcentre.functions.authorizer.tokens;

import java.util.Map;

/**
 * A token that was verified.
 *
 * @param subject its {@code sub}, 1 to 128 characters
 * @param claims all of its claims
 */
public record VerifiedToken(String subject, Map<String, Object> claims) {}
