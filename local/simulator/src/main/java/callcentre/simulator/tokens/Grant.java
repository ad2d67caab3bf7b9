package callcentre.simulator.tokens;

/**
 * Whom a token acts for.
 *
 * @param userId id of the user whose key was used
 * @param apiKey API key of the account then, which its requests count against
 */
public record Grant(String userId, String apiKey) {}
