package callcentre.runner;

import callcentre.cloud.Cloud;
import callcentre.cloud.template.Template;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.DataFolder;
import callcentre.runner.cli.DotEnv;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.Options;
import callcentre.runner.cli.Ports;
import callcentre.runner.cli.Provider;
import callcentre.runner.cli.ProviderAccount;
import callcentre.runner.events.DeliveryConditions;
import callcentre.runner.events.QueueMappings;
import callcentre.runner.events.Scheduler;
import callcentre.runner.gateway.ApiDefinition;
import callcentre.runner.gateway.GatewayServer;
import callcentre.runner.gateway.RestApi;
import callcentre.runner.live.LiveDefinition;
import callcentre.runner.live.LiveServers;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.process.Functions;
import callcentre.runner.process.Invoker;
import callcentre.runner.process.Launcher;
import callcentre.runner.process.ProcessHost;
import callcentre.runner.process.RuntimeApi;
import callcentre.runner.process.Surroundings;
import callcentre.runner.seed.DemoUser;
import callcentre.runner.seed.DevelopmentTokens;
import callcentre.runner.stack.LocalParameters;
import callcentre.runner.stack.LocalSecrets;
import callcentre.runner.stack.Provisioner;
import callcentre.runner.stack.Stack;
import callcentre.runner.stack.StackReader;
import callcentre.runner.streams.StreamMappings;
import callcentre.runner.streams.StreamPlaces;
import callcentre.simulator.Simulator;
import callcentre.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Everything the template declares, running on this machine. */
public final class LocalSystem implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  private final Options options;
  private final Console console;
  private final Path repository;
  private final Surroundings surroundings;
  private final Closers closers = new Closers();
  private volatile boolean stopping;

  private LocalSystem(
      Options options, Console console, Path repository, Surroundings surroundings) {
    this.options = options;
    this.console = console;
    this.repository = repository;
    this.surroundings = surroundings;
  }

  /** A system that is up, the facts to use it, and its functions to be invoked by name. */
  public record Running(
      LocalSystem system, LocalFacts facts, DataFolder folder, Invoker functions) {}

  /**
   * Starts everything, or nothing.
   *
   * @param repository the folder of template.yaml
   * @throws callcentre.runner.cli.UsageException if it cannot be started as asked
   * @throws callcentre.cloud.template.TemplateException naming what cannot be honoured
   */
  public static Running start(Options options, Console console, Path repository)
      throws IOException, InterruptedException {
    return start(options, console, repository, Surroundings.OPEN);
  }

  /** The same, with functions that reach the services as {@code surroundings} say. */
  public static Running start(
      Options options, Console console, Path repository, Surroundings surroundings)
      throws IOException, InterruptedException {
    LocalSystem system = new LocalSystem(options, console, repository, surroundings);
    try {
      return system.start();
    } catch (IOException | RuntimeException failure) {
      system.closers.closeAfter(failure);
      throw failure;
    }
  }

  private Running start() throws IOException {
    Ports.requireFree(options.port());
    DataFolder folder = closers.add(DataFolder.open(options));
    var cloudStarting =
        CompletableFuture.supplyAsync(
            () -> closers.add(Cloud.in(folder.root())), task -> Thread.ofPlatform().start(task));
    Template template =
        LocalParameters.apply(Template.load(repository.resolve(Template.FILE_NAME)), options);
    ProviderAccount account = account();
    Cloud cloud = cloudStarting.join();
    console.step("DynamoDB, SQS and Secrets Manager run in this process");

    Provisioner stores = new Provisioner(template, cloud);
    stores.provision();
    Stack stack = new StackReader(template, stores, repository).read();
    LocalSecrets secrets = new LocalSecrets(cloud);
    stack
        .variable("CREDENTIALS_SECRET_ID")
        .ifPresent(id -> secrets.store(id, account.secretJson()));
    stack.notHonoured().forEach(line -> console.step("not honoured locally: " + line));

    LiveServers live = liveServers(stack);
    Functions functions = functions(stack, live, cloud, folder);
    Map<String, String> apis = serve(stack, functions);
    closers.add(live).start(functions);
    apis.putAll(live.addresses());
    DeliveryConditions conditions =
        new DeliveryConditions(
            options.chaos(), RandomGenerator.getDefault(), CLOCK, console::complain);
    closers.add(new QueueMappings(stack.queueMappings(), cloud.sqs(), functions, conditions));
    closers.add(
        new StreamMappings(
            stack.streamMappings(),
            cloud,
            StreamPlaces.in(folder.streamPlaces()),
            functions,
            conditions));
    closers.add(new Scheduler(stack.schedules(), functions, CLOCK, console::complain));
    console.step(
        String.format(
            "%d tables, queues and secrets are there; %d functions wait for their first use",
            stores.count(), stack.functions().size()));
    return new Running(
        this, facts(stack, cloud, folder, functions, apis, account), folder, functions);
  }

  private ProviderAccount account() {
    if (options.provider() == Provider.REAL) {
      return ProviderAccount.real(DotEnv.read(repository.resolve(".env")));
    }
    Simulator simulator =
        closers.add(
            Simulator.start(
                SimulatorSettings.demonstration(), Ports.nextFree(options.simulatorPort())));
    return ProviderAccount.simulated(
        simulator.baseUrl(), simulator.apiKey(), simulator.adminSecret());
  }

  private LiveServers liveServers(Stack stack) {
    Map<LiveDefinition, Integer> ports = new LinkedHashMap<>();
    int first = options.simulatorPort() + 1;
    for (LiveDefinition api : stack.liveApis()) {
      int port = Ports.nextFree(first);
      ports.put(api, port);
      first = port + 1;
    }
    return new LiveServers(ports);
  }

  private Functions functions(Stack stack, LiveServers live, Cloud cloud, DataFolder folder)
      throws IOException {
    RuntimeApi runtimeApi = closers.add(new RuntimeApi());
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_DEFAULT_REGION", "us-east-1",
            "AWS_SECRET_ACCESS_KEY", "local");
    Launcher launcher = new Launcher(options.runtime(), folder.root(), environment);
    ProcessHost host =
        new ProcessHost(
            runtimeApi, launcher, folder.logs(), CLOCK, options.idleLimit(), options.processes());
    List<FunctionSpec> specs =
        stack.functions().stream()
            .map(live::withAddresses)
            .map(spec -> spec.withVariables(surroundings.of(spec.name(), cloud.endpoints())))
            .toList();
    return closers.add(new Functions(specs, host));
  }

  private Map<String, String> serve(Stack stack, Functions functions) throws IOException {
    Map<String, String> addresses = new LinkedHashMap<>();
    List<RestApi> apis = new ArrayList<>();
    for (ApiDefinition api : stack.apis()) {
      apis.add(new RestApi(api, functions, CLOCK));
      addresses.put(api.logicalId(), options.address());
    }
    Ports.requireFree(options.port());
    closers.add(new GatewayServer(options.port(), apis, CLOCK));
    return addresses;
  }

  private LocalFacts facts(
      Stack stack,
      Cloud cloud,
      DataFolder folder,
      Functions functions,
      Map<String, String> apis,
      ProviderAccount account) {
    String key = new LocalSecrets(cloud).signingKey(stack.requireVariable("JWT_HS256_SECRET_ID"));
    DevelopmentTokens minter =
        new DevelopmentTokens(
            key, stack.requireVariable("JWT_ISSUER"), stack.requireVariable("JWT_AUDIENCE"));
    Instant now = CLOCK.instant();
    // Of a real account nobody is seeded: only the administrator of the template's parameter.
    List<DemoUser> users =
        DemoUser.all().stream()
            .filter(
                user ->
                    options.provider() == Provider.DEMO || user.id().equals(DemoUser.ADMINISTRATOR))
            .toList();
    Map<String, String> tokens = new LinkedHashMap<>();
    Map<String, String> subjects = new LinkedHashMap<>();
    for (DemoUser user : users) {
      tokens.put(user.role(), minter.mint(user.id(), now));
      subjects.put(user.role(), user.id());
    }
    Map<String, Path> logs = new LinkedHashMap<>();
    for (FunctionSpec function : stack.functions()) {
      logs.put(function.name(), functions.logFile(function.name()));
    }
    return new LocalFacts(
        apis,
        tokens,
        subjects,
        now.plus(DevelopmentTokens.LIFETIME),
        account,
        options.provider(),
        cloud.endpoints(),
        options.stage(),
        folder.root(),
        logs);
  }

  /** Whether {@link #close} was called: what fails from then on is no failure. */
  public boolean stopping() {
    return stopping;
  }

  /** No new work, running invocations finish for a bounded time, then everything ends. */
  @Override
  public void close() {
    stopping = true;
    closers.close(console::complain);
  }
}
