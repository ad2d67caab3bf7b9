package callcentre.live;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.SignedHttp;
import callcentre.aws.Variable;
import callcentre.domain.live.ConnectionId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * The connections of the live channel as API Gateway lets a backend reach them: {@code POST} and
 * {@code DELETE} of {@code @connections/{id}} (API Gateway developer guide, "Use @connections
 * commands in your backend service").
 */
public final class Gateway {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;

  /** API Gateway refuses for a moment when a stage posts too much at once. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(50), Duration.ofMillis(200));

  private final Supplier<SignedHttp> http;
  private final Supplier<URI> endpoint;
  private final Consumer<Duration> pause;

  /**
   * The connections of an endpoint.
   *
   * @param http for example {@code clients::executeApi}; asked at use, once for each message
   * @param endpoint of the stage, for example {@code
   *     https://abc.execute-api.us-east-1.amazonaws.com/live}
   * @param pause waits before a message is sent again that was refused for a moment
   */
  public Gateway(Supplier<SignedHttp> http, Supplier<URI> endpoint, Consumer<Duration> pause) {
    this.http = http;
    this.endpoint = endpoint;
    this.pause = pause;
  }

  /** The connections of this stage, as {@code LIVE_MANAGEMENT_ENDPOINT} says at use. */
  public static Gateway of(Environment environment, AwsClients clients) {
    return new Gateway(
        clients::executeApi,
        () -> endpoint(environment),
        length -> LockSupport.parkNanos(length.toNanos()));
  }

  /**
   * Sends a message.
   *
   * @param json at most {@link callcentre.domain.live.LiveLimits#MESSAGE_BYTES}
   */
  public Delivery post(ConnectionId connection, String json) {
    return send(SdkHttpMethod.POST, connection, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Closes a connection; API Gateway then sends {@code $disconnect} as if the client had. */
  public Delivery close(ConnectionId connection) {
    return send(SdkHttpMethod.DELETE, connection, new byte[0]);
  }

  private Delivery send(SdkHttpMethod method, ConnectionId connection, byte[] body) {
    for (int made = 0; ; made++) {
      try {
        int status = attempt(method, connection, body);
        if (status != TOO_MANY || made == PAUSES.size()) {
          return delivery(status);
        }
      } catch (IOException unanswered) {
        return new Delivery.Failed(unanswered.toString());
      }
      pause.accept(PAUSES.get(made));
    }
  }

  private int attempt(SdkHttpMethod method, ConnectionId connection, byte[] body)
      throws IOException {
    URI base = endpoint.get();
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(method)
            .uri(base)
            .encodedPath(
                base.getRawPath() + "/@connections/" + SdkHttpUtils.urlEncode(connection.value()))
            .putHeader("Content-Type", "application/json")
            .build();
    return http.get().send(request, body).status();
  }

  private static Delivery delivery(int status) {
    return switch (status) {
      case OK, NO_CONTENT -> new Delivery.Delivered();
      case GONE -> new Delivery.Gone();
      default -> new Delivery.Failed("API Gateway answered " + status);
    };
  }

  private static URI endpoint(Environment environment) {
    String text = environment.require(Variable.LIVE_MANAGEMENT_ENDPOINT);
    if (!text.startsWith("https://") && !text.startsWith("http://")) {
      throw InvalidConfigurationException.variable(
          Variable.LIVE_MANAGEMENT_ENDPOINT, text, "an address that begins with https://");
    }
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}
