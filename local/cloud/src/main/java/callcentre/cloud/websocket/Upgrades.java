package callcentre.cloud.websocket;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;

/** Asks {@code $connect} before a handshake is answered. */
final class Upgrades implements WebSocketCreator {

  private final Traffic traffic;
  private final Identifiers identifiers;
  private final InstantSource clock;
  private final Limits limits;

  Upgrades(Traffic traffic, Identifiers identifiers, InstantSource clock, Limits limits) {
    this.traffic = traffic;
    this.identifiers = identifiers;
    this.clock = clock;
    this.limits = limits;
  }

  /** Null, by Jetty's contract, once a refusal is on its way. */
  @Override
  public @Nullable Object createWebSocket(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    Handshake handshake = handshake(request);
    ConnectAnswer answer = traffic.connect(handshake);
    if (!answer.accepted()) {
      Response.writeError(request, response, callback, answer.status());
      return null;
    }
    // The gateway compresses nothing, whatever the client offers.
    response.setExtensions(List.of());
    answer
        .subprotocol()
        .filter(request::hasSubProtocol)
        .ifPresent(response::setAcceptedSubProtocol);
    Connection connection = new Connection(handshake, traffic, limits);
    traffic.accepted(connection);
    return connection;
  }

  private Handshake handshake(ServerUpgradeRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName(), request.getHeaders().getValuesList(field.getName()));
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValues());
    }
    return new Handshake(
        identifiers.connection(),
        clock.instant(),
        headers,
        query,
        header(request, HttpHeader.HOST).orElse("localhost"),
        Request.getRemoteAddr(request),
        header(request, HttpHeader.USER_AGENT).orElse(""));
  }

  private static Optional<String> header(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }
}
