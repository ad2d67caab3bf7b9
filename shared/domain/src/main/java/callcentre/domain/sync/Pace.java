package callcentre.domain.sync;

import callcentre.domain.events.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides how often history is pulled: hours, budget, and what the journal and webhooks told.
 *
 * @param open whether any organisation is within its business hours
 * @param slowdown how many times longer than usual the pauses are, because budget is short; 1 or
 *     more
 * @param lastNewsAt when the journal last brought something new; empty when it never did
 * @param lastCallAt when the newest call began of which the journal told
 * @param webhooks what webhooks told
 */
public record Pace(
    boolean open,
    int slowdown,
    Optional<Instant> lastNewsAt,
    Optional<Instant> lastCallAt,
    WebhookState webhooks) {

  private static final Duration QUIET_AFTER = Duration.ofHours(1);

  /** That an event came is noted once a minute, by a clock that is not the provider's. */
  private static final Duration NOTE_MAY_LAG = Duration.ofMinutes(2);

  public Pace {
    if (slowdown < 1) {
      throw new IllegalArgumentException("a slowdown of " + slowdown);
    }
  }

  /**
   * The pace for what is left of the budget: usual while a quarter of what background work may
   * spend is left, half of it until a tenth is left, then a quarter.
   *
   * @param used requests of the last 24 hours
   * @param ceiling how many requests may be used before background work stops
   * @param journal where the journal's copy stands
   */
  public static Pace of(
      boolean open, long used, long ceiling, SyncState journal, WebhookState webhooks) {
    long left = Math.max(0, ceiling - used);
    int slowdown = left * 4 >= ceiling ? 1 : left * 10 >= ceiling ? 2 : 4;
    return new Pace(open, slowdown, journal.lastChangeAt(), journal.lastCallAt(), webhooks);
  }

  /** Whether nothing has come for an hour. */
  boolean isQuiet(Instant now) {
    return lastNewsAt.filter(news -> news.plus(QUIET_AFTER).isAfter(now)).isEmpty();
  }

  /**
   * Whether webhooks told nothing since before the newest call of the journal: they were lost, or
   * nobody registered them. Without calls silence means nothing.
   */
  public boolean isSilent() {
    return lastCallAt
        .filter(
            call ->
                webhooks
                    .heardAt()
                    .filter(heard -> !heard.plus(NOTE_MAY_LAG).isBefore(call))
                    .isEmpty())
        .isPresent();
  }

  /** Whether the journal has brought something since a time. */
  boolean hasNewsSince(Instant time) {
    return lastNewsAt.filter(news -> !news.isBefore(time)).isPresent();
  }
}
