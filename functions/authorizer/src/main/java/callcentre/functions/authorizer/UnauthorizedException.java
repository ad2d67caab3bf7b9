package callcentre.functions.authorizer;

/**
 * Exactly this message makes API Gateway answer 401 (API Gateway developer guide, "Use API Gateway
 * Lambda authorizers"); any other would be its AUTHORIZER_FAILURE.
 */
final class UnauthorizedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnauthorizedException() {
    super("Unauthorized", null, false, false);
  }
}
