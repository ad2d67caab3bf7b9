package callcentre.functions.liveconnections;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import callcentre.domain.live.ConnectionId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes {@code $connect}, {@code $disconnect} and {@code $default} of the WebSocket API. What
 * a client is told goes through the management API; an answer's status only decides about {@code
 * $connect}.
 */
public final class LiveConnectionsHandler
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveConnectionsHandler.class);
  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";

  private final Parts parts;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public LiveConnectionsHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(this::prime);
  }

  /** A handler with these services; making it reads nothing. */
  public LiveConnectionsHandler(AwsClients clients, Environment environment, InstantSource clock) {
    this.parts = Parts.of(clients, environment, clock);
  }

  /** Drives the events of nobody's connection through everything; nothing is kept. */
  void prime() {
    try {
      AwsClients.prime(parts::prime);
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("live: not primed; the first message will be slower");
    }
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, Context context) {
    ConnectionId id = new ConnectionId(event.getRequestContext().getConnectionId());
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      String kind = event.getRequestContext().getEventType();
      return switch (kind) {
        case "CONNECT" -> connect(id, event);
        case "MESSAGE" -> message(id, Optional.ofNullable(event.getBody()).orElse(""));
        case "DISCONNECT" -> disconnect(id);
        default -> throw new IllegalArgumentException("no event of a WebSocket is a " + kind);
      };
    }
  }

  private APIGatewayV2WebSocketResponse connect(ConnectionId id, APIGatewayV2WebSocketEvent event) {
    Opening.Result result;
    try {
      result =
          parts
              .opening()
              .open(
                  id,
                  find(event.getHeaders(), PROTOCOL_HEADER),
                  find(event.getQueryStringParameters(), "ticket"));
    } catch (RuntimeException outOfOrder) {
      LOG.atError()
          .addKeyValue("connection_id", id.value())
          .addKeyValue("live", "connect_failed")
          .setCause(outOfOrder)
          .log("live: a connection was not opened; the client fetches another ticket");
      return status(503);
    }
    LOG.atInfo()
        .addKeyValue("connection_id", id.value())
        .addKeyValue("live", "connect")
        .addKeyValue("result", result.name())
        .log("live: connect");
    return switch (result) {
      case OPENED -> {
        APIGatewayV2WebSocketResponse opened = status(200);
        opened.setHeaders(Map.of(PROTOCOL_HEADER, Opening.PROTOCOL));
        yield opened;
      }
      case OTHER_PROTOCOL -> status(400);
      case NO_TICKET, RIGHTS_ENDED -> status(401);
    };
  }

  private APIGatewayV2WebSocketResponse message(ConnectionId id, String text) {
    try {
      parts.conversation().answer(id, text);
    } catch (RuntimeException outOfOrder) {
      // The client was told; a status other than 200 would make API Gateway tell it again.
      LOG.atError()
          .addKeyValue("connection_id", id.value())
          .addKeyValue("live", "message_failed")
          .setCause(outOfOrder)
          .log("live: a message was not answered, or not in full; the client was told");
    }
    return status(200);
  }

  private APIGatewayV2WebSocketResponse disconnect(ConnectionId id) {
    parts.connections().forget(id);
    LOG.atInfo()
        .addKeyValue("connection_id", id.value())
        .addKeyValue("live", "disconnect")
        .log("live: disconnect");
    return status(200);
  }

  /** Names of headers come in any case. */
  private static String find(@Nullable Map<String, String> values, String name) {
    if (values == null) {
      return "";
    }
    return values.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static APIGatewayV2WebSocketResponse status(int status) {
    APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(status);
    return response;
  }
}
