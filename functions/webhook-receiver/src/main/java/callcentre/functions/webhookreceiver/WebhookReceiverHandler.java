package callcentre.functions.webhookreceiver;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.HttpRoutes;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public address that the provider is given. No framework: it has to answer within a second or
 * two, also when it starts (MightyCall reference 4.7).
 */
@HttpRoutes({"POST /api/webhooks/mightycall", "POST /api/webhooks/mightycall/{token}"})
public final class WebhookReceiverHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiverHandler.class);

  private final Receiver receiver;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public WebhookReceiverHandler() {
    this(Receiver.of(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system()));
    SnapStart.beforeCheckpoint(this::prime);
  }

  WebhookReceiverHandler(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Drives an event of nobody through everything that an event needs; nothing is kept. */
  void prime() {
    try {
      AwsClients.prime(receiver::prime);
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("webhook: not primed; the first event will be slower");
    }
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent request, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      Answers answers = new Answers(context.getAwsRequestId());
      if (!"POST".equals(request.getHttpMethod())) {
        return answers.methodNotAllowed("OPTIONS".equals(request.getHttpMethod()));
      }
      Reply reply = receiver.receive(token(request), body(request));
      return answers.of(reply, echo(request.getHeaders()));
    }
  }

  private static Optional<String> token(APIGatewayProxyRequestEvent request) {
    Map<String, String> parameters = request.getPathParameters();
    return parameters == null ? Optional.empty() : Optional.ofNullable(parameters.get("token"));
  }

  private static byte[] body(APIGatewayProxyRequestEvent request) {
    String body = request.getBody();
    if (body == null) {
      return new byte[0];
    }
    return Boolean.TRUE.equals(request.getIsBase64Encoded())
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** Returned unchanged while a person saves the address (reference 4.1), if it is harmless. */
  private static Optional<String> echo(@Nullable Map<String, String> headers) {
    if (headers == null) {
      return Optional.empty();
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(Answers.ECHO))
        .map(Map.Entry::getValue)
        .filter(value -> value.matches("[\\x20-\\x7e]{1,256}"))
        .findFirst();
  }
}
