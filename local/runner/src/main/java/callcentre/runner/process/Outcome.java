package callcentre.runner.process;

/** How an invocation ended, as the service that asked for it sees it. */
public sealed interface Outcome {

  /** The function answered. */
  record Answer(byte[] payload) implements Outcome {}

  /**
   * The function, or its process, failed.
   *
   * @param errorType Lambda's name of the kind, such as {@code Sandbox.Timedout} or the exception's
   *     class
   */
  record Failure(String errorType, String message) implements Outcome {}

  /** Reserved concurrency is used up: Lambda refuses the call with 429. */
  record Throttled() implements Outcome {}
}
