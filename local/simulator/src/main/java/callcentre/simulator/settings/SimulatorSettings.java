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
 * @param history how calls, voicemails and the journal behave
 * @param audio how recordings are served
 * @param demo the centre's own history, made at the start and at a reset
 */
public record SimulatorSettings(
    long seed,
    HostKind hostKind,
    boolean signInByKey,
    boolean requireApiKeyHeader,
    TokenRules tokens,
    BudgetRules budget,
    HistoryRules history,
    AudioRules audio,
    DemoRules demo) {

  /**
   * For tests: a classic host with sign-in by key, strict about {@code x-api-key}, seed 1, no
   * history, and calls that are listed as soon as they end.
   */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        1,
        HostKind.CLASSIC,
        true,
        true,
        TokenRules.defaults(),
        BudgetRules.defaults(),
        HistoryRules.defaults(),
        AudioRules.defaults(),
        DemoRules.none());
  }

  /** For people: the same with a living centre whose calls appear ten seconds after their end. */
  public static SimulatorSettings demonstration() {
    return defaults()
        .withHistory(HistoryRules.defaults().withCallDelaySeconds(10))
        .withDemo(DemoRules.livingCentre());
  }

  public SimulatorSettings withSeed(long newSeed) {
    return new SimulatorSettings(
        newSeed, hostKind, signInByKey, requireApiKeyHeader, tokens, budget, history, audio, demo);
  }

  public SimulatorSettings withHostKind(HostKind kind) {
    return new SimulatorSettings(
        seed, kind, signInByKey, requireApiKeyHeader, tokens, budget, history, audio, demo);
  }

  public SimulatorSettings withSignInByKey(boolean byKey) {
    return new SimulatorSettings(
        seed, hostKind, byKey, requireApiKeyHeader, tokens, budget, history, audio, demo);
  }

  public SimulatorSettings withRequireApiKeyHeader(boolean required) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, required, tokens, budget, history, audio, demo);
  }

  public SimulatorSettings withTokens(TokenRules rules) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, requireApiKeyHeader, rules, budget, history, audio, demo);
  }

  public SimulatorSettings withBudget(BudgetRules rules) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, requireApiKeyHeader, tokens, rules, history, audio, demo);
  }

  public SimulatorSettings withHistory(HistoryRules rules) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, requireApiKeyHeader, tokens, budget, rules, audio, demo);
  }

  public SimulatorSettings withAudio(AudioRules rules) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, requireApiKeyHeader, tokens, budget, history, rules, demo);
  }

  public SimulatorSettings withDemo(DemoRules rules) {
    return new SimulatorSettings(
        seed, hostKind, signInByKey, requireApiKeyHeader, tokens, budget, history, audio, rules);
  }

  /** Whether an extension number is what a user signs in with here. */
  public boolean extensionIsSecret() {
    return hostKind == HostKind.CLASSIC && !signInByKey;
  }
}
