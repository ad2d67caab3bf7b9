package callcentre.client;

import callcentre.aws.Environment;
import callcentre.aws.SecretAdministration;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.client.audio.AudioApi;
import callcentre.client.budget.BudgetConfiguration;
import callcentre.client.budget.RequestBudget;
import callcentre.client.http.CallLog;
import callcentre.client.http.HttpTransport;
import callcentre.client.http.ProviderCircuit;
import callcentre.client.http.RequestSender;
import callcentre.client.http.Retries;
import callcentre.client.messages.MessagesApi;
import callcentre.client.profile.ProfileApi;
import callcentre.client.token.CredentialsRef;
import callcentre.client.token.KeyTrial;
import callcentre.client.token.TokenSource;
import callcentre.client.token.TokenTiming;
import callcentre.client.token.Tokens;
import callcentre.client.users.UserKeys;
import callcentre.client.users.UserSecrets;
import callcentre.storage.database.Database;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes the provider's client and its budget. One of these serves a process: its clients share
 * connections and the circuit breaker. Making it reads no configuration, secret or table and opens
 * no connection.
 */
public final class MightyCallClients {

  private final Environment environment;
  private final RequestBudget budget;
  private final Retries retries;
  private final TokenSource.Parts parts;
  private final MightyCallClient account;
  private final Map<String, MightyCallClient> users = new ConcurrentHashMap<>();

  private MightyCallClients(
      Environment environment, RequestBudget budget, Retries retries, TokenSource.Parts parts) {
    this.environment = environment;
    this.budget = budget;
    this.retries = retries;
    this.parts = parts;
    this.account = client(this::accountRef);
  }

  /**
   * The clients of a function.
   *
   * @param environment names the secrets, the budget's policy and whether bodies are logged
   * @param clock decides what has expired; the system's, but in tests
   */
  public static MightyCallClients of(
      Environment environment, Database database, Secrets secrets, InstantSource clock) {
    // The platform seeds SecureRandom anew after a restore from a snapshot (AWS Lambda developer
    // guide, "Handling uniqueness with Lambda SnapStart").
    return with(
        environment,
        database,
        secrets,
        clock,
        new SecureRandom(),
        TokenTiming.standard(),
        time -> LockSupport.parkNanos(time.toNanos()));
  }

  /** As {@link #of}, with everything that decides about time and chance. */
  static MightyCallClients with(
      Environment environment,
      Database database,
      Secrets secrets,
      InstantSource clock,
      RandomGenerator random,
      TokenTiming timing,
      Consumer<Duration> pause) {
    RequestBudget budget = budgetOf(environment, database, clock);
    Retries retries = new Retries(random, clock);
    CallLog log =
        new CallLog(
            () -> environment.flag(Variable.PROVIDER_BODY_LOGGING, false), System::nanoTime);
    RequestSender sender =
        new RequestSender(new HttpTransport(), ProviderCircuit.standard(), log, clock);
    return new MightyCallClients(
        environment,
        budget,
        retries,
        new TokenSource.Parts(
            secrets, new LeaseRepository(database), sender, retries, timing, clock, random, pause));
  }

  /**
   * The budget alone, for a function that shows it and never calls the provider.
   *
   * @param environment names the budget's policy
   */
  public static RequestBudget budgetOf(
      Environment environment, Database database, InstantSource clock) {
    return new RequestBudget(
        new ProviderUsageRepository(database), () -> BudgetConfiguration.read(environment), clock);
  }

  /** The client with the account's credentials, always the same one. */
  public MightyCallClient account() {
    return account;
  }

  /**
   * The client with a person's own key, always the same one for a person. Its token, lease and
   * secrets are that person's; the budget is the one of all.
   *
   * <p>Its methods throw {@link callcentre.client.token.UserKeyMissingException} when there is no
   * key: no other one is ever taken instead.
   *
   * @param userId of the table users
   */
  public MightyCallClient user(String userId) {
    return users.computeIfAbsent(
        userId, id -> client(() -> UserSecrets.credentials(id, environment)));
  }

  /**
   * Tries, writes and deletes people's own keys.
   *
   * @param client of Secrets Manager, asked at first use
   */
  public UserKeys userKeys(Supplier<SecretsManagerClient> client) {
    return new UserKeys(
        environment,
        new SecretAdministration(client, parts.pause()),
        key -> new ProfileApi(caller(new KeyTrial(key, this::accountRef, parts))));
  }

  private MightyCallClient client(Supplier<CredentialsRef> whose) {
    TokenSource tokens = TokenSource.of(whose, parts);
    ProviderCaller caller = caller(tokens);
    return new MightyCallClient(
        caller, new AudioApi(tokens::host, parts.clock()), new MessagesApi(caller, tokens::host));
  }

  private ProviderCaller caller(Tokens tokens) {
    return new ProviderCaller(tokens, budget, parts.sender(), retries);
  }

  private CredentialsRef accountRef() {
    return CredentialsRef.ofAccount(environment);
  }

  /** The budget that all calls of this process take from. */
  public RequestBudget budget() {
    return budget;
  }
}
