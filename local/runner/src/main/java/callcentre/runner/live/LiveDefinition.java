package callcentre.runner.live;

import callcentre.cloud.websocket.RouteKey;
import java.util.Map;

/**
 * A declared WebSocket API with its one stage, resolved.
 *
 * @param functions the name of the function behind each route
 */
public record LiveDefinition(String logicalId, String stage, Map<RouteKey, String> functions) {

  /**
   * The host that API Gateway gives an API (AWS: "Invoke a WebSocket API"), with what this program
   * calls account and region.
   */
  public static String host(String logicalId) {
    return logicalId + ".execute-api.us-east-1.amazonaws.com";
  }
}
