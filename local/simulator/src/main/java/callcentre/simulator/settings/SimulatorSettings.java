package callcentre.simulator.settings;

/**
 * The switches of a simulator.
 *
 * @param seed source of every generated key, id and token: the same seed gives the same ones
 * @param hostKind the kind of host the simulator acts as; an account of the other kind is {@code
 *     invalid_client} here
 * @param signInByKey on a classic host: whether the secret is the generated key (true) or the
 *     user's extension number (false); a contact-centre host knows keys only (reference 1.2)
 * @param requireApiKeyHeader whether a request without the right {@code x-api-key} is refused; the
 *     documentation demands it, live clients do without (reference 1.5, D)
 * @param tokens how tokens behave
 * @param budget the daily limit
 */
public record SimulatorSettings(
    long seed,
    HostKind hostKind,
    boolean signInByKey,
    boolean requireApiKeyHeader,
    TokenRules tokens,
    BudgetRules budget) {

  /** A classic host with sign-in by key, strict about {@code x-api-key}, seed 1. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        1, HostKind.CLASSIC, true, true, TokenRules.defaults(), BudgetRules.defaults());
  }

  public SimulatorSettings withSeed(long newSeed) {
    return new SimulatorSettings(
        newSeed, hostKind, signInByKey, requireApiKeyHeader, tokens, budget);
  }

  public SimulatorSettings withHostKind(HostKind kind) {
    return new SimulatorSettings(seed, kind, signInByKey, requireApiKeyHeader, tokens, budget);
  }

  public SimulatorSettings withSignInByKey(boolean byKey) {
    return new SimulatorSettings(seed, hostKind, byKey, requireApiKeyHeader, tokens, budget);
  }

  public SimulatorSettings withRequireApiKeyHeader(boolean required) {
    return new SimulatorSettings(seed, hostKind, signInByKey, required, tokens, budget);
  }

  public SimulatorSettings withTokens(TokenRules rules) {
    return new SimulatorSettings(seed, hostKind, signInByKey, requireApiKeyHeader, rules, budget);
  }

  public SimulatorSettings withBudget(BudgetRules rules) {
    return new SimulatorSettings(seed, hostKind, signInByKey, requireApiKeyHeader, tokens, rules);
  }

  /** Whether an extension number is what a user signs in with here. */
  public boolean extensionIsSecret() {
    return hostKind == HostKind.CLASSIC && !signInByKey;
  }
}
