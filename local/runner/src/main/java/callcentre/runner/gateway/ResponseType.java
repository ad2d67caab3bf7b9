package callcentre.runner.gateway;

/**
 * The answers API Gateway makes itself (AWS: "Gateway response types"), with their statuses and the
 * messages they carry.
 */
public enum ResponseType {
  ACCESS_DENIED(403, "User is not authorized to access this resource"),
  API_CONFIGURATION_ERROR(500, "Internal server error"),
  AUTHORIZER_CONFIGURATION_ERROR(500, "Internal server error"),
  AUTHORIZER_FAILURE(500, "Internal server error"),
  BAD_REQUEST_BODY(400, "Invalid request body"),
  BAD_REQUEST_PARAMETERS(400, "Invalid request parameters"),
  DEFAULT_4XX(400, "Bad request"),
  DEFAULT_5XX(500, "Internal server error"),
  EXPIRED_TOKEN(403, "The security token included in the request is expired"),
  INTEGRATION_FAILURE(504, "Internal server error"),
  INTEGRATION_TIMEOUT(504, "Endpoint request timed out"),
  INVALID_API_KEY(403, "Forbidden"),
  INVALID_SIGNATURE(403, "The request signature does not match"),
  MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token"),
  QUOTA_EXCEEDED(429, "Limit Exceeded"),
  REQUEST_TOO_LARGE(413, "Request Too Long"),
  RESOURCE_NOT_FOUND(404, "Not Found"),
  THROTTLED(429, "Too Many Requests"),
  UNAUTHORIZED(401, "Unauthorized"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
  WAF_FILTERED(403, "Forbidden");

  private final int status;
  private final String message;

  ResponseType(int status, String message) {
    this.status = status;
    this.message = message;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  /** The type whose declared answer serves where this one has none. */
  ResponseType fallback() {
    return status < 500 ? DEFAULT_4XX : DEFAULT_5XX;
  }
}
