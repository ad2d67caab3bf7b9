package callcentre.simulator.settings;

/**
 * How tokens behave (MightyCall reference 1.3, 1.4).
 *
 * @param lifetimeSeconds life of an access token, 1 or more; said to the client as {@code
 *     expires_in}
 * @param singleUseRefresh whether a refresh token is refused once it was used (reference 1.4, C)
 */
public record TokenRules(int lifetimeSeconds, boolean singleUseRefresh) {

  public TokenRules {
    if (lifetimeSeconds < 1) {
      throw new IllegalArgumentException("lifetimeSeconds is " + lifetimeSeconds + "; give 1+");
    }
  }

  /** A day less a second; used refresh tokens are refused, the stricter of the two readings. */
  public static TokenRules defaults() {
    return new TokenRules(86_399, true);
  }

  public TokenRules withLifetimeSeconds(int seconds) {
    return new TokenRules(seconds, singleUseRefresh);
  }

  public TokenRules withSingleUseRefresh(boolean singleUse) {
    return new TokenRules(lifetimeSeconds, singleUse);
  }
}
