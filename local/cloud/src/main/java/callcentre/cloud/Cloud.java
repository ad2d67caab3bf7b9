package callcentre.cloud;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * DynamoDB, SQS and Secrets Manager together. Which ones is chosen by the setting {@value
 * #ENDPOINT} (system property or environment variable): {@code embedded} (the default) starts them
 * in this process, {@code localstack} starts LocalStack in a container, an address uses what runs
 * there.
 *
 * <p>Test classes take it as a parameter ({@link CloudExtension}) or by {@link #shared}, and keep
 * apart by a {@linkplain #newStage stage} each.
 */
public final class Cloud implements AutoCloseable {

  /** Name of the setting that chooses the services. */
  public static final String ENDPOINT = "CLOUD_ENDPOINT";

  private final Backend backend;
  private final AwsClients clients;
  private final CloudResources resources;
  private final DynamoDbStreamsClient streams;
  private final List<AwsClients> handedOut = new CopyOnWriteArrayList<>();
  private final AtomicInteger stages = new AtomicInteger();
  private final String stagePrefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";

  private Cloud(Backend backend) {
    this.backend = backend;
    this.clients = AwsClients.at(backend.endpoints());
    this.resources = new CloudResources(clients);
    this.streams = CloudStreams.client(backend.endpoints());
  }

  /**
   * Starts or finds the services that {@value #ENDPOINT} names.
   *
   * @throws CloudUnavailableException when LocalStack is asked for and there is no Docker engine or
   *     its image cannot be pulled
   */
  public static Cloud start() {
    String choice = Settings.find(ENDPOINT).orElse("embedded");
    return new Cloud(
        switch (choice) {
          case "embedded" -> EmbeddedBackend.start(Optional.empty());
          case "localstack" -> LocalStackBackend.start();
          default -> new RemoteBackend(Endpoints.all(URI.create(choice)));
        });
  }

  /**
   * Starts embedded services that keep their tables and secrets; queues start empty.
   *
   * @param folder made when it is not there; used by one process at a time
   */
  public static Cloud in(Path folder) {
    return new Cloud(EmbeddedBackend.start(Optional.of(folder)));
  }

  /**
   * The one of this JVM, started at first use and stopped with the JVM.
   *
   * @throws CloudUnavailableException as {@link #start} does, each time
   */
  public static Cloud shared() {
    return SharedCloud.get();
  }

  /** Where the services are. */
  public Endpoints endpoints() {
    return backend.endpoints();
  }

  /** Clients without interceptors; closed with this cloud. */
  public AwsClients clients() {
    return clients;
  }

  /**
   * New clients with interceptors, e.g. a {@link callcentre.cloud.faults.RequestCounter}; closed
   * with this cloud.
   */
  public AwsClients clients(ExecutionInterceptor... interceptors) {
    AwsClients made = AwsClients.at(endpoints(), interceptors);
    handedOut.add(made);
    return made;
  }

  /** The DynamoDB client of {@link #clients()}. */
  public DynamoDbClient dynamoDb() {
    return clients.dynamoDb();
  }

  /** A client of the tables' streams; functions are called by streams and never read one. */
  public DynamoDbStreamsClient dynamoDbStreams() {
    return streams;
  }

  /**
   * The ARN of a table's stream.
   *
   * @throws IllegalStateException when the table has none
   */
  public String streamArn(String table) {
    return resources.streamArn(table);
  }

  /** The SQS client of {@link #clients()}. */
  public SqsClient sqs() {
    return clients.sqs();
  }

  /** The Secrets Manager client of {@link #clients()}. */
  public SecretsManagerClient secretsManager() {
    return clients.secretsManager();
  }

  /** A stage that nobody else uses: a prefix for names of tables, queues and secrets. */
  public String newStage() {
    return stagePrefix + stages.incrementAndGet();
  }

  /**
   * Makes a table unless it exists, and waits until it can be used.
   *
   * @return true when it was made
   * @throws IllegalStateException when it exists with other keys or indexes
   */
  public boolean createTable(CreateTableRequest request) {
    return resources.createTable(request);
  }

  /**
   * Makes a queue unless it exists.
   *
   * @param visibility how long a received message is hidden from others
   */
  public Queue createQueue(String name, Duration visibility) {
    return resources.createQueue(name, visibility, Optional.empty());
  }

  /**
   * Makes a queue unless it exists, from which messages move to another one.
   *
   * @param visibility how long a received message is hidden from others
   * @param deadLetters where messages go
   * @param maxReceiveCount after how many receptions they go
   */
  public Queue createQueue(
      String name, Duration visibility, Queue deadLetters, int maxReceiveCount) {
    return resources.createQueue(
        name, visibility, Optional.of(new Redrive(deadLetters.arn(), maxReceiveCount)));
  }

  /**
   * Makes a secret without value, as a fresh deploy does, unless it exists.
   *
   * @return its ARN
   */
  public String createSecret(String name) {
    return resources.createSecret(name);
  }

  /**
   * Makes a secret unless it exists and gives it a value.
   *
   * @return its ARN
   */
  public String createSecret(String name, String value) {
    String arn = resources.createSecret(name);
    secretsManager().putSecretValue(request -> request.secretId(name).secretString(value));
    return arn;
  }

  @Override
  public void close() {
    handedOut.forEach(AwsClients::close);
    streams.close();
    clients.close();
    backend.close();
  }
}
