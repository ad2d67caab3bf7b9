package callcentre.api.http;

import callcentre.api.access.Access;
import callcentre.api.access.AuthorizerContext;
import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.access.Route;
import callcentre.api.access.RouteTable;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpMethod;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a request must pass before any code of a route runs. It decides by the event's {@code
 * resource}, the path template that API Gateway matched, never by the path itself: there is no
 * second reading of the path that could disagree.
 */
public final class Gate {

  /** Bodies of this API are small; API Gateway's own limit is 10 MB. */
  static final int LARGEST_BODY_BYTES = 256 * 1024;

  /** A megabyte of files in base64, and what is around them (contract: {@code send-sms}). */
  static final int LARGEST_BODY_WITH_FILES_BYTES = 1_500_000;

  private static final String WITH_FILES = "/api/admin/mightycall/send-sms";

  private Gate() {}

  /**
   * The route of an event.
   *
   * @throws ApiException 404 when no function owns the path, 405 with {@code Allow} when the path
   *     is owned but not the method
   */
  public static Route route(APIGatewayProxyRequestEvent event) {
    SortedSet<HttpMethod> methods = methods(event);
    return method(event)
        .flatMap(method -> RouteTable.find(method, event.getResource()))
        .orElseThrow(
            () ->
                ApiException.of(
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "This path offers " + Cors.allow(methods) + ".")
                    .header("Allow", Cors.allow(methods)));
  }

  /**
   * The methods of the event's path.
   *
   * @throws ApiException 404 when no function owns the path
   */
  static SortedSet<HttpMethod> methods(APIGatewayProxyRequestEvent event) {
    SortedSet<HttpMethod> methods =
        RouteTable.methodsOf(event.getResource() == null ? "" : event.getResource());
    if (methods.isEmpty()) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
    }
    return methods;
  }

  /**
   * Who calls the route, with what it may.
   *
   * @return empty on a public route, whatever the event says about a caller
   * @throws ApiException 401 without a principal, 403 when the role matrix does not allow it
   */
  public static Optional<Caller> caller(APIGatewayProxyRequestEvent event, Route route) {
    if (route.rule().isPublic()) {
      return Optional.empty();
    }
    Principal principal =
        AuthorizerContext.principal(event)
            .orElseThrow(
                () ->
                    ApiException.of(
                            ErrorCode.UNAUTHENTICATED,
                            "Send a valid token as Authorization: Bearer ….")
                        .header("WWW-Authenticate", "Bearer"));
    Access access = route.rule().of(principal.role());
    if (access == Access.NONE) {
      throw ApiException.of(
          ErrorCode.UNAUTHORIZED,
          "The role " + principal.role().wireName() + " may not do this. Nothing was changed.");
    }
    return Optional.of(new Caller(principal, access, route));
  }

  /**
   * Refuses what is too large to be read.
   *
   * @throws ApiException 413
   */
  static void requireSmallBody(APIGatewayProxyRequestEvent event) {
    String body = event.getBody();
    int largest =
        WITH_FILES.equals(event.getResource()) ? LARGEST_BODY_WITH_FILES_BYTES : LARGEST_BODY_BYTES;
    if (body != null && body.length() > largest) {
      throw ApiException.of(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "A body may have at most " + largest + " bytes here. Nothing was changed.");
    }
  }

  static boolean isPreflight(APIGatewayProxyRequestEvent event) {
    return method(event).filter(method -> method == HttpMethod.OPTIONS).isPresent();
  }

  private static Optional<HttpMethod> method(APIGatewayProxyRequestEvent event) {
    HttpMethod method = HttpMethod.parse(String.valueOf(event.getHttpMethod()));
    return method == HttpMethod.CUSTOM ? Optional.empty() : Optional.of(method);
  }
}
