package callcentre.domain.budget;

import java.time.Instant;

/**
 * The budget has nothing for a request now.
 *
 * @param used requests of the window
 * @param limit requests that the window may hold
 * @param retryAt when there is room for it, if nobody takes it first
 */
public record Refusal(
    RequestClass requestClass, Reason reason, int used, int limit, Instant retryAt) {

  /** Why. */
  public enum Reason {
    /** What is left is reserved for more urgent classes, or nothing is left. */
    SPENT,
    /** The provider said that its limit is reached. */
    CLOSED_BY_PROVIDER
  }

  /** What happened and when it may be tried again, for people. */
  public String sentence() {
    return switch (reason) {
      case SPENT ->
          "The budget of %d provider requests in 24 hours has nothing left for %s (%d used). Nothing"
                  .formatted(limit, requestClass.wireName(), used)
              + " was sent; there is room again at "
              + retryAt
              + ".";
      case CLOSED_BY_PROVIDER ->
          "MightyCall said that its request limit is reached. Nothing was sent; the next try is at "
              + retryAt
              + ", or when an operator reopens the budget.";
    };
  }
}
