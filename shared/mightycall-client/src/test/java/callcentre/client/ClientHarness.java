package callcentre.client;

import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.token.TokenTiming;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.budget.RequestClass;
import callcentre.simulator.Simulator;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated provider, tables and secrets of an own stage, and clients that use them over HTTP.
 * Client and provider have the same clock, which a test can move.
 */
public final class ClientHarness implements AutoCloseable {

  public static final String GET = "GET";
  public static final String TOKEN = "/v4/auth/token";
  public static final String NUMBERS = "/v4/api/phonenumbers";
  public static final String TEAM = "/v4/api/team";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Simulator simulator = Simulator.start();
  private final RequestCounter requests = new RequestCounter();
  private final FaultInjector faults = new FaultInjector();
  private final Cloud cloud;
  private final String stage;
  private final Map<String, String> variables = new HashMap<>();

  public ClientHarness(Cloud cloud) {
    this.cloud = cloud;
    this.stage = cloud.newStage();
    TemplateTables.create(cloud, stage, "leases");
    TemplateTables.create(cloud, stage, "provider_usage");
    cloud.createSecret(tokenSecret());
    cloud.createSecret(credentialsSecret());
    putCredentials(simulator.apiKey(), simulator.adminSecret());
    variables.put("STAGE", stage);
    variables.put("CREDENTIALS_SECRET_ID", credentialsSecret());
    variables.put("TOKEN_SECRET_ID", tokenSecret());
  }

  public Simulator simulator() {
    return simulator;
  }

  /** The DynamoDB and Secrets Manager requests of the clients. */
  public RequestCounter requests() {
    return requests;
  }

  /** What goes wrong between the clients and DynamoDB or Secrets Manager. */
  public FaultInjector faults() {
    return faults;
  }

  public Cloud cloud() {
    return cloud;
  }

  public String stage() {
    return stage;
  }

  public String tokenSecret() {
    return stage + "/mightycall/token";
  }

  public String credentialsSecret() {
    return stage + "/mightycall/credentials";
  }

  /** Sets a variable of the clients that are made from now on. */
  public ClientHarness set(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public void putCredentials(String apiKey, String userKey) {
    putCredentials(apiKey, userKey, simulator.baseUrl());
  }

  public void putCredentials(String apiKey, String userKey, String host) {
    String json =
        "{\"api_key\":\"%s\",\"user_key\":\"%s\",\"host\":\"%s\"}".formatted(apiKey, userKey, host);
    cloud
        .secretsManager()
        .putSecretValue(put -> put.secretId(credentialsSecret()).secretString(json));
  }

  public Database database() {
    return new Database(cloud.clients(requests, faults)::dynamoDb, () -> new Tables(stage));
  }

  /** What one process has: caches and connections of its own. */
  public MightyCallClients process() {
    return process(TokenTiming.standard());
  }

  public MightyCallClients process(TokenTiming timing) {
    return MightyCallClients.with(
        new Environment(variables),
        database(),
        new Secrets(cloud.clients(requests, faults)::secretsManager, clock()),
        clock(),
        new Random(),
        timing,
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  public InstantSource clock() {
    return simulator.clock();
  }

  /** A caller that waits long enough. */
  public CallContext context() {
    return context(RequestClass.INTERACTIVE);
  }

  public CallContext context(RequestClass requestClass) {
    return new CallContext(requestClass, Deadline.in(PATIENCE, clock()));
  }

  /** How many requests for a token the provider has seen. */
  public long tokenRequests() {
    return simulator.requests().count("POST", TOKEN);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
