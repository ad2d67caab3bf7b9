package callcentre.aws.logging;

import org.slf4j.MDC;

/**
 * Adds the ids of the request that is being handled to every log line of this thread, until it is
 * closed. A thread handles one request at a time: scopes are not nested.
 */
public final class RequestScope implements AutoCloseable {

  /** Field with the id that Lambda gave the invocation. */
  public static final String AWS_REQUEST_ID = "aws_request_id";

  /** Field with the id that callers see as {@code x-request-id}. */
  public static final String REQUEST_ID = "request_id";

  private RequestScope() {}

  /**
   * Opens a scope for an invocation that no caller waits for.
   *
   * @param awsRequestId Lambda's id of the invocation
   */
  public static RequestScope open(String awsRequestId) {
    MDC.put(AWS_REQUEST_ID, awsRequestId);
    return new RequestScope();
  }

  /**
   * Opens a scope for a request over HTTP.
   *
   * @param awsRequestId Lambda's id of the invocation
   * @param requestId the id that the answer carries
   */
  public static RequestScope open(String awsRequestId, String requestId) {
    MDC.put(REQUEST_ID, requestId);
    return open(awsRequestId);
  }

  @Override
  public void close() {
    MDC.remove(AWS_REQUEST_ID);
    MDC.remove(REQUEST_ID);
  }
}
