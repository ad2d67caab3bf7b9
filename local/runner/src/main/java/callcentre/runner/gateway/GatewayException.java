package callcentre.runner.gateway;

/** Ends a request with an answer that API Gateway makes itself. */
final class GatewayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GatewayProblem problem;

  GatewayException(GatewayProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  GatewayException(ResponseType type) {
    this(GatewayProblem.of(type));
  }

  GatewayProblem problem() {
    return problem;
  }
}
