package callcentre.cloud.websocket;

/** What a route invokes: a function, by its Lambda proxy integration. */
@FunctionalInterface
public interface RouteIntegration {

  /**
   * @param event JSON as {@link GatewayEvents} writes it
   * @return the function's answer, JSON; only that of {@code $connect} is looked at
   * @throws IntegrationException if the function failed or was refused by Lambda
   */
  byte[] invoke(byte[] event) throws IntegrationException;
}
