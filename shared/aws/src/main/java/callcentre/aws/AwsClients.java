package callcentre.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The AWS clients of a process: each made at first use, all over one transport. Making them reads
 * no credentials and no secret. A profile file decides nothing: functions have none, and a person's
 * own must not redirect a local run.
 *
 * <p>Time limits fit a function behind a gateway that gives up after 29 s: connect 1 s, an attempt
 * 3 s for DynamoDB and 5 s for the others, all attempts of one call 10 s. Retries are the SDK's
 * standard mode (3 attempts), so a write whose answer was lost may be sent again: conditional
 * writes must recognise their own earlier success.
 */
public final class AwsClients implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration SOCKET = Duration.ofSeconds(10);
  private static final Duration DYNAMODB_ATTEMPT = Duration.ofSeconds(3);
  private static final Duration OTHER_ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);
  private static final Duration LIVE_SOCKET = Duration.ofSeconds(2);
  private static final Lazy<AwsClients> PROCESS =
      new Lazy<>(() -> new AwsClients(null, new ProcessCredentials(), List.of()));

  private final @Nullable Endpoints endpoints;
  private final AwsCredentialsProvider credentials;
  private final List<ExecutionInterceptor> interceptors;
  private final Lazy<SdkHttpClient> transport = new Lazy<>(() -> newTransport(SOCKET));
  private final Lazy<SdkHttpClient> liveTransport = new Lazy<>(() -> newTransport(LIVE_SOCKET));
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(this::newDynamoDb);
  private final Lazy<SqsClient> sqs = new Lazy<>(this::newSqs);
  private final Lazy<SecretsManagerClient> secretsManager = new Lazy<>(this::newSecretsManager);

  private AwsClients(
      @Nullable Endpoints endpoints,
      AwsCredentialsProvider credentials,
      List<ExecutionInterceptor> interceptors) {
    this.endpoints = endpoints;
    this.credentials = credentials;
    this.interceptors = interceptors;
  }

  /**
   * The clients of this process: region from {@code AWS_REGION}, addresses from the SDK's own
   * {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL_SQS} and {@code
   * AWS_ENDPOINT_URL_SECRETS_MANAGER} when set. Never close it.
   */
  public static AwsClients ofProcess() {
    return PROCESS.get();
  }

  /**
   * Clients of services that are not AWS's own, with made-up credentials; attempts follow each
   * other without a pause.
   *
   * @param endpoints where they are
   * @param interceptors see every request of these clients, in this order
   */
  public static AwsClients at(Endpoints endpoints, ExecutionInterceptor... interceptors) {
    return new AwsClients(
        endpoints,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
        List.of(interceptors));
  }

  /** The client of DynamoDB. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  /** The client of SQS. */
  public SqsClient sqs() {
    return sqs.get();
  }

  /** The client of Secrets Manager. */
  public SecretsManagerClient secretsManager() {
    return secretsManager.get();
  }

  /**
   * Signed requests to a REST API of API Gateway, such as that of WebSocket connections. One that
   * gets no answer within 2 s fails, and none is repeated: who is slow must not hold up others.
   */
  public SignedHttp executeApi() {
    Region region = endpoints == null ? Region.of(ProcessCredentials.region()) : Region.US_EAST_1;
    return new SignedHttp(liveTransport.get(), credentials, "execute-api", region.id());
  }

  /**
   * Runs work during which no client of this process touches the network ({@link
   * PrimingTransport}).
   *
   * @param work drives the real code with an invented event
   */
  public static void prime(Runnable work) {
    Priming.run(work);
  }

  /** Closes the clients that were made, and their transport. */
  @Override
  public void close() {
    close(dynamoDb.peek());
    close(sqs.peek());
    close(secretsManager.peek());
    close(transport.peek());
    close(liveTransport.peek());
  }

  private static void close(@Nullable SdkAutoCloseable part) {
    if (part != null) {
      part.close();
    }
  }

  private static SdkHttpClient newTransport(Duration socket) {
    return new PrimingTransport(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(socket)
            .buildWithDefaults(AttributeMap.empty()));
  }

  private DynamoDbClient newDynamoDb() {
    return configure(DynamoDbClient.builder(), DYNAMODB_ATTEMPT, Endpoints::dynamoDb).build();
  }

  private SqsClient newSqs() {
    return configure(SqsClient.builder(), OTHER_ATTEMPT, Endpoints::sqs).build();
  }

  private SecretsManagerClient newSecretsManager() {
    return configure(SecretsManagerClient.builder(), OTHER_ATTEMPT, Endpoints::secretsManager)
        .build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
      B builder, Duration attempt, Function<Endpoints, URI> address) {
    builder
        .httpClient(transport.get())
        .credentialsProvider(credentials)
        .overrideConfiguration(override(attempt));
    if (endpoints != null) {
      builder.region(Region.US_EAST_1).endpointOverride(address.apply(endpoints));
    } else {
      builder.region(Region.of(ProcessCredentials.region()));
    }
    return builder;
  }

  private ClientOverrideConfiguration override(Duration attempt) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(CALL)
        .retryStrategy(retries())
        .defaultProfileFile(ProfileFile.aggregator().build())
        .defaultProfileName("default")
        .executionInterceptors(interceptors)
        .build();
  }

  /**
   * A strategy of its own for each client, for its allowance of retries is shared by whoever shares
   * it. A local service needs no pauses to recover: as many attempts, but at once.
   */
  private RetryStrategy retries() {
    StandardRetryStrategy standard = AwsRetryStrategy.standardRetryStrategy();
    if (endpoints == null) {
      return standard;
    }
    return standard.toBuilder()
        .backoffStrategy(BackoffStrategy.retryImmediately())
        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
        .build();
  }
}
