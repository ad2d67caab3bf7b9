package callcentre.cloud.websocket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;

/**
 * The management API (AWS: "Use @connections commands in your backend service"): POST sends, GET
 * tells, DELETE ends. The signature is asked for, not checked.
 */
final class ManagementHandler extends Handler.Abstract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLOSED_NORMALLY = 1000;

  private final WebSocketApi api;
  private final Connections connections;
  private final Disturbances disturbances;
  private final String prefix;

  ManagementHandler(WebSocketApi api, Connections connections, Disturbances disturbances) {
    this.api = api;
    this.connections = connections;
    this.disturbances = disturbances;
    prefix = "/" + api.stage() + "/@connections/";
  }

  private record Answer(int status, Optional<String> errorType, Optional<ObjectNode> body) {

    static Answer of(int status) {
      return new Answer(status, Optional.empty(), Optional.empty());
    }

    static Answer error(int status, String type, String message) {
      ObjectNode body = JSON.createObjectNode().put("message", message);
      return new Answer(status, Optional.of(type), Optional.of(body));
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Answer answer;
    try {
      answer = answer(request);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      answer = Answer.error(500, "InternalServerError", "Internal server error");
    }
    response.setStatus(answer.status());
    answer.errorType().ifPresent(type -> response.getHeaders().put("x-amzn-ErrorType", type));
    ByteBuffer body = ByteBuffer.allocate(0);
    if (answer.body().isPresent()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      body = ByteBuffer.wrap(JSON.writeValueAsBytes(answer.body().get()));
    }
    response.write(true, body, callback);
    return true;
  }

  private Answer answer(Request request) throws IOException, InterruptedException {
    String path = URIUtil.decodePath(request.getHttpURI().getPath());
    // Read in any case: an answer before that would end the HTTP connection under its client.
    byte[] body = Request.asInputStream(request).readNBytes(api.limits().messageBytes() + 1);
    if (!path.startsWith(prefix)) {
      return Answer.error(403, "ForbiddenException", "Forbidden");
    }
    if (!request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
      return Answer.error(
          403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    if (disturbances.takeThrottled()) {
      return Answer.error(429, "LimitExceededException", "Rate exceeded");
    }
    if (disturbances.takeBroken()) {
      return Answer.error(500, "InternalServerErrorException", "Internal server error");
    }
    String id = path.substring(prefix.length());
    return switch (request.getMethod()) {
      case "POST" -> post(id, body);
      case "GET" -> found(id).map(ManagementHandler::describe).orElseGet(() -> gone(id));
      case "DELETE" -> delete(id);
      default -> Answer.error(403, "ForbiddenException", "Forbidden");
    };
  }

  private Answer post(String id, byte[] body) throws InterruptedException {
    if (body.length > api.limits().messageBytes()) {
      return Answer.error(413, "PayloadTooLargeException", "Message too long");
    }
    Thread.sleep(disturbances.delay(id));
    Optional<Connection> connection = found(id);
    return connection.isPresent() && connection.get().post(new String(body, StandardCharsets.UTF_8))
        ? Answer.of(200)
        : gone(id);
  }

  private Answer delete(String id) {
    Optional<Connection> connection = found(id);
    connection.ifPresent(
        open -> {
          // Gone from now on, not only once the client has said that it is.
          connections.remove(open);
          open.close(CLOSED_NORMALLY, "Connection Closed Normally");
        });
    return connection.isPresent() ? Answer.of(204) : gone(id);
  }

  private Optional<Connection> found(String id) {
    return disturbances.isGone(id) ? Optional.empty() : connections.find(id);
  }

  private static Answer gone(String id) {
    Answer gone = Answer.error(410, "GoneException", "Gone");
    gone.body().ifPresent(body -> body.put("connectionId", id));
    return gone;
  }

  private static Answer describe(Connection connection) {
    ObjectNode body = JSON.createObjectNode();
    body.put("connectedAt", connection.handshake().at().toString());
    body.putObject("identity")
        .put("sourceIp", connection.handshake().sourceIp())
        .put("userAgent", connection.handshake().userAgent());
    body.put("lastActiveAt", connection.lastActive().toString());
    return new Answer(200, Optional.empty(), Optional.of(body));
  }
}
