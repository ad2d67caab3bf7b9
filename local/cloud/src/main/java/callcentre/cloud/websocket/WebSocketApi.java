package callcentre.cloud.websocket;

import java.util.Map;

/**
 * One WebSocket API with its stage.
 *
 * @param apiId as events name it
 * @param stage the path of the address
 * @param routes what each route invokes; a route that is absent is accepted and does nothing,
 *     except that a message without {@code $default} is answered {@code Forbidden}
 */
public record WebSocketApi(
    String apiId, String stage, Map<RouteKey, RouteIntegration> routes, Limits limits) {

  public WebSocketApi {
    routes = Map.copyOf(routes);
  }
}
