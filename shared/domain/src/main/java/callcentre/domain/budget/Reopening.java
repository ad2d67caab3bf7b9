package callcentre.domain.budget;

import java.time.Instant;

/**
 * An operator reopened a budget that the provider had closed.
 *
 * @param at when
 * @param actor the user's id
 * @param reason the operator's own words
 */
public record Reopening(Instant at, String actor, String reason) {

  /** How many reopenings are kept; older ones are in the logs. */
  public static final int KEPT = 10;

  /** The longest reason, in characters. */
  public static final int LONGEST_REASON = 500;

  public Reopening {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a reopening needs a reason of 1 to " + LONGEST_REASON + " characters");
    }
  }
}
