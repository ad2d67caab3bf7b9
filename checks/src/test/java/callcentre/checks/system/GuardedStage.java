package callcentre.checks.system;

import callcentre.checks.Repository;
import callcentre.cloud.Cloud;
import callcentre.cloud.template.Template;
import callcentre.runner.cli.ProviderAccount;
import callcentre.runner.events.QueueConditions;
import callcentre.runner.events.QueueMappings;
import callcentre.runner.gateway.GatewayServer;
import callcentre.runner.gateway.RestApi;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.process.Functions;
import callcentre.runner.process.Launcher;
import callcentre.runner.process.Outcome;
import callcentre.runner.process.ProcessHost;
import callcentre.runner.process.RuntimeApi;
import callcentre.runner.process.RuntimeKind;
import callcentre.runner.seed.DemoUser;
import callcentre.runner.seed.DevelopmentTokens;
import callcentre.runner.stack.LocalSecrets;
import callcentre.runner.stack.Provisioner;
import callcentre.runner.stack.StackReader;
import callcentre.simulator.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * The built packages of the template on embedded services, behind {@link Door}s: a function gets
 * from AWS what its role grants and nothing else.
 */
public final class GuardedStage implements AutoCloseable {

  private static final String STAGE = "guarded";
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Stage", STAGE,
          "JwtHs256", "true",
          "JwtIssuer", "http://localhost/checks",
          "JwtAudience", "checks",
          "BootstrapAdminSub", DemoUser.ADMINISTRATOR,
          "SyncEnabled", "true");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Functions functions;
  private final DevelopmentTokens tokens;
  private final String address;

  /** Starts everything; {@code folder} holds what it stores and logs. */
  public GuardedStage(Path folder) throws IOException {
    Cloud cloud = add(Cloud.in(folder.resolve("cloud")));
    Simulator simulator = add(Simulator.start());
    Template template = Template.ofRepository().with(PARAMETERS);
    Provisioner stores = new Provisioner(template, cloud);
    stores.provision();
    var stack = new StackReader(template, stores, Template.repositoryFolder()).read();
    LocalSecrets secrets = new LocalSecrets(cloud);
    secrets.store(
        stack.requireVariable("CREDENTIALS_SECRET_ID"),
        ProviderAccount.simulated(simulator.baseUrl(), simulator.apiKey(), simulator.adminSecret())
            .secretJson());
    tokens =
        new DevelopmentTokens(
            secrets.signingKey(stack.requireVariable("JWT_HS256_SECRET_ID")),
            stack.requireVariable("JWT_ISSUER"),
            stack.requireVariable("JWT_AUDIENCE"));

    Grants grants = new Grants(STAGE);
    Door dynamo = add(new Door(cloud.endpoints().dynamoDb(), grants, refusals));
    Door queues = add(new Door(cloud.endpoints().sqs(), grants, refusals));
    Door vault = add(new Door(cloud.endpoints().secretsManager(), grants, refusals));
    Launcher launcher =
        new Launcher(
            RuntimeKind.ofThisMachine(),
            folder,
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", dynamo.address(),
                "AWS_ENDPOINT_URL_SQS", queues.address(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", vault.address()));
    functions =
        add(
            new Functions(
                stack.functions().stream().map(GuardedStage::underItsOwnName).toList(),
                new ProcessHost(
                    add(new RuntimeApi()),
                    launcher,
                    folder.resolve("logs"),
                    CLOCK,
                    Duration.ofMinutes(5),
                    2)));
    int port = freePort();
    add(new GatewayServer(port, new RestApi(stack.apis().getFirst(), functions, CLOCK), CLOCK));
    address = "http://127.0.0.1:" + port;
    add(
        new QueueMappings(
            stack.queueMappings(),
            cloud.sqs(),
            functions,
            new QueueConditions(Set.of(), RandomGenerator.getDefault(), CLOCK, refusals::add)));
  }

  /** The environment of a function in which its access key says who asks. */
  private static FunctionSpec underItsOwnName(FunctionSpec function) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.put("AWS_ACCESS_KEY_ID", function.name());
    return new FunctionSpec(
        function.name(),
        function.packageFolder(),
        function.handler(),
        function.memoryMegabytes(),
        function.timeout(),
        environment,
        function.reservedConcurrency());
  }

  /** Invokes the function of a module with an event, as Lambda would. */
  public Outcome invoke(String module, JsonNode event) {
    return functions.invoke(module, event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Where the API is. */
  public String address() {
    return address;
  }

  /** A token of one of the demo's people. */
  public String tokenOf(String userId) {
    return tokens.mint(userId, Instant.now());
  }

  /** What functions asked of AWS without being granted it, or what went wrong around them. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  /** The repository file of a sample event. */
  public static JsonNode event(String name) {
    return Repository.json("events/" + name + ".json");
  }
}
