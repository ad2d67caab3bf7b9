package callcentre.client.http;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.RequestMeter;
import callcentre.client.budget.CallBudget;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One call of the provider with all the requests that it takes: token, attempts, replay.
 *
 * @param deadline when all of it has to be done
 * @param budget what its requests are taken from
 * @param requests how many were sent
 * @param meter counts them for the caller, over all of its calls
 */
public record ProviderCall(
    Deadline deadline, CallBudget budget, AtomicInteger requests, RequestMeter meter) {

  /** The call of this context, before its first request. */
  public static ProviderCall begin(CallContext context, CallBudget budget) {
    return new ProviderCall(context.deadline(), budget, new AtomicInteger(), context.meter());
  }

  /** The same call with less time. */
  public ProviderCall until(Deadline earlier) {
    return new ProviderCall(deadline.atMost(earlier.at()), budget, requests, meter);
  }
}
