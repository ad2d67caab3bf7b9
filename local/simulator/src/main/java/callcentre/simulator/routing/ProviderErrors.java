package callcentre.simulator.routing;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The error answers that all families share, word by word (MightyCall reference 1.5, 2.2, 2.3). */
public final class ProviderErrors {

  private static final String LENGTH_REQUIRED_PAGE =
      """
      <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">
      <HTML><HEAD><TITLE>Length Required</TITLE></HEAD>
      <BODY><h2>Length Required</h2>
      <hr><p>HTTP Error 411. The request must be chunked or have a content length.</p>
      </BODY></HTML>
      """;

  private ProviderErrors() {}

  /** {@code {"message": …}}, the shape of the older families. */
  public static Answer message(int status, String message) {
    return Answer.json(status, Json.object().put("message", message));
  }

  /** {@code {"errorCode": …, "message": …}}, the shape of the newer families. */
  public static Answer coded(int status, String errorCode, String message) {
    return Answer.json(status, Json.object().put("errorCode", errorCode).put("message", message));
  }

  /** 400 with {@code modelState}: one field and what is wrong with it. */
  public static Answer modelState(String message, String field, String problem) {
    return modelState(message, Map.of(field, problem));
  }

  /** 400 with {@code modelState}: what is wrong with each field, in the order of the map. */
  public static Answer modelState(String message, Map<String, String> problems) {
    ObjectNode body = Json.object().put("message", message);
    ObjectNode state = body.putObject("modelState");
    problems.forEach((field, problem) -> state.putArray(field).add(problem));
    return Answer.json(400, body);
  }

  /** 401 for a missing, unknown or expired token. */
  public static Answer unauthorized() {
    return message(401, "Authorization has been denied for this request.");
  }

  /** 403 for a role or plan without access. */
  public static Answer roleHasNoAccess() {
    return coded(
        403, "TenantAccountRoleIssue", "Tenant with your role have no access to this method");
  }

  /** 404 for an address that is no route. */
  public static Answer noRoute(Request request) {
    return message(
        404, "No HTTP resource was found that matches the request URI '" + request.uri() + "'.");
  }

  /** 405 with the methods that would do. */
  public static Answer wrongMethod(Request request, List<String> allowed) {
    return message(
            405, "The requested resource does not support http method '" + request.method() + "'.")
        .withHeader("Allow", String.join(", ", allowed));
  }

  /** 415 for a body of another media type. */
  public static Answer unsupportedMediaType(Request request) {
    String problem =
        request.mediaType().isEmpty()
            ? "The request contains an entity body but no Content-Type header. The inferred media"
                + " type 'application/octet-stream' is not supported for this resource."
            : "The request entity's media type '"
                + request.mediaType()
                + "' is not supported for this resource.";
    return message(415, problem);
  }

  /** 411 as IIS answers it, before any code of the application runs (reference 3.4, C). */
  public static Answer lengthRequired() {
    return Answer.html(411, LENGTH_REQUIRED_PAGE);
  }

  /** What a request above the daily limit is answered (reference 2.6, D). */
  public static Answer limitExceeded(int status) {
    return message(status, "Limit Exceeded");
  }

  /** 500 as ASP.NET answers it. */
  public static Answer failure(int status) {
    return message(status, "An error has occurred.");
  }

  /** The usual body of a status that a fault asks for without giving a body. */
  public static Answer ofStatus(int status, Request request) {
    return switch (status) {
      case 401 -> unauthorized();
      case 403 -> roleHasNoAccess();
      case 404 -> noRoute(request);
      case 411 -> lengthRequired();
      case 429 -> limitExceeded(status);
      default -> status < 500 ? message(status, "The request is invalid.") : failure(status);
    };
  }
}
