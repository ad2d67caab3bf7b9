package callcentre.client;

import callcentre.domain.budget.RequestClass;

/**
 * On whose behalf the provider is called.
 *
 * @param requestClass decides how far the request budget may be used
 * @param deadline when the caller stops waiting
 * @param meter counts the requests that are sent for it
 */
public record CallContext(RequestClass requestClass, Deadline deadline, RequestMeter meter) {

  /** For a caller that does not count. */
  public CallContext(RequestClass requestClass, Deadline deadline) {
    this(requestClass, deadline, new RequestMeter());
  }
}
