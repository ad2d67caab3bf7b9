package callcentre.runner.gateway;

import java.util.OptionalInt;

/**
 * Why API Gateway answers itself.
 *
 * @param status what API Gateway sends for this case where it differs from the type's own
 */
record GatewayProblem(ResponseType type, String message, OptionalInt status) {

  static GatewayProblem of(ResponseType type) {
    return new GatewayProblem(type, type.message(), OptionalInt.empty());
  }

  /** A function that failed, or answered what is no HTTP answer: 502 (AWS: Lambda errors). */
  static GatewayProblem functionFailed() {
    ResponseType type = ResponseType.DEFAULT_5XX;
    return new GatewayProblem(type, type.message(), OptionalInt.of(502));
  }
}
