package callcentre.simulator.faults;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with some requests.
 *
 * @param id given by the plan when it is ""
 * @param status of the answer where the kind gives one, or null for the kind's usual
 * @param body of the answer where the kind gives one, or null for the status's usual
 * @param delayMillis wait before anything else happens; {@code timeout} holds the connection for it
 * @param retryAfter value of the header {@code Retry-After}, or null for none
 */
public record Fault(
    String id,
    FaultMatch match,
    FaultKind kind,
    @Nullable Integer status,
    @Nullable String body,
    long delayMillis,
    @Nullable String retryAfter) {

  public Fault {
    if (delayMillis < 0) {
      throw new IllegalArgumentException("delayMillis is " + delayMillis + "; give 0 or more");
    }
    if (status != null && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("status is " + status + "; give 200 to 599");
    }
    if (kind == FaultKind.STATUS && status == null) {
      throw new IllegalArgumentException("A fault of kind status needs a status");
    }
  }

  /** A fault with the usual content of its kind. */
  public static Fault of(FaultKind kind, FaultMatch match) {
    return new Fault("", match, kind, null, null, 0, null);
  }

  /** A fault that answers this status. */
  public static Fault status(int status, FaultMatch match) {
    return new Fault("", match, FaultKind.STATUS, status, null, 0, null);
  }

  public Fault withId(String newId) {
    return new Fault(newId, match, kind, status, body, delayMillis, retryAfter);
  }

  public Fault withStatus(int newStatus) {
    return new Fault(id, match, kind, newStatus, body, delayMillis, retryAfter);
  }

  public Fault withBody(String newBody) {
    return new Fault(id, match, kind, status, newBody, delayMillis, retryAfter);
  }

  public Fault withDelayMillis(long millis) {
    return new Fault(id, match, kind, status, body, millis, retryAfter);
  }

  public Fault withRetryAfter(String value) {
    return new Fault(id, match, kind, status, body, delayMillis, value);
  }
}
