package callcentre.runner.gateway;

import java.util.List;
import java.util.Map;

/** A declared REST API, resolved. */
public record ApiDefinition(
    String logicalId,
    String stage,
    List<Route> routes,
    Map<String, Authorizer> authorizers,
    Map<ResponseType, GatewayResponse> responses,
    List<String> binaryMediaTypes) {}
