package callcentre.domain.sync;

import callcentre.domain.events.WebhookState;
import java.time.Duration;
import java.time.Instant;

/**
 * How often the schedule pulls each dataset, and so how much of the daily budget it spends; the
 * table with its reasons is {@code docs/cadence.md}.
 */
public final class Cadence {

  /** After a failure the schedule waits this long, so that an outage does not cost the budget. */
  public static final Duration PAUSE_AFTER_ERROR = Duration.ofHours(1);

  /** The same for the journal, whose messages people wait for. */
  public static final Duration JOURNAL_PAUSE_AFTER_ERROR = Duration.ofMinutes(30);

  /** A tick that comes a moment early must not cost a whole tick more. */
  private static final Duration EARLY = Duration.ofSeconds(30);

  /** Details without news: calls that appear late, links that were missing. */
  private static final Duration WITHOUT_NEWS = Duration.ofHours(6);

  /** A finished call is listed some ten seconds later (reference 3.1); nobody asks before. */
  private static final Duration UNTIL_LISTED = Duration.ofSeconds(20);

  private Cadence() {}

  /**
   * The age at which the copy of a dataset is pulled again.
   *
   * @throws IllegalArgumentException for a back-fill, which nobody repeats
   */
  public static Duration of(SyncState state, Pace pace, Instant now) {
    return switch (state.dataset()) {
      case NUMBERS -> Duration.ofHours(6);
      case EXTENSIONS -> Duration.ofHours(24);
      case JOURNAL -> journal(pace, now).multipliedBy(pace.slowdown());
      case CALLS ->
          isToComplete(state, pace.webhooks(), now)
              ? Duration.ofMinutes(pace.open() ? 5 : 15).multipliedBy(pace.slowdown())
              : details(state, pace, Duration.ofMinutes(pace.open() ? 15 : 30));
      case VOICEMAILS -> details(state, pace, Duration.ofMinutes(pace.open() ? 30 : 60));
      case BACKFILL -> throw new IllegalArgumentException("a back-fill has no cadence");
    };
  }

  /**
   * Whether the schedule should pull the dataset now.
   *
   * @param full the daily full sync: whatever did not fail or succeed a moment ago is due
   */
  public static boolean isDue(SyncState state, Pace pace, boolean full, Instant now) {
    if (state.dataset() == Dataset.BACKFILL
        || state.activeJob(now).isPresent()
        || isPaused(state, now)) {
      return false;
    }
    Duration usual = of(state, pace, now);
    Duration wanted = full && usual.compareTo(PAUSE_AFTER_ERROR) > 0 ? PAUSE_AFTER_ERROR : usual;
    Duration tolerance = state.dataset().isHistory() ? EARLY : Duration.ZERO;
    return state.age(now).map(age -> age.plus(tolerance).compareTo(wanted) >= 0).orElse(true);
  }

  /**
   * Whether webhooks told of calls that were over when the list of calls was last pulled too early
   * for them, or not since: their details are missing. A first pull is no completion.
   */
  public static boolean isToComplete(SyncState state, WebhookState webhooks, Instant now) {
    return state.dataset() == Dataset.CALLS
        && state
            .asOf()
            .filter(
                pulled ->
                    webhooks.ended().stream()
                        .map(ended -> ended.plus(UNTIL_LISTED))
                        .anyMatch(listed -> !listed.isAfter(now) && pulled.isBefore(listed)))
            .isPresent();
  }

  private static Duration journal(Pace pace, Instant now) {
    if (pace.open()) {
      return Duration.ofMinutes(pace.isSilent() ? 2 : 3);
    }
    if (pace.isQuiet(now)) {
      return Duration.ofMinutes(20);
    }
    return Duration.ofMinutes(pace.isSilent() ? 5 : 10);
  }

  private static Duration details(SyncState state, Pace pace, Duration withNews) {
    boolean news = state.asOf().map(pace::hasNewsSince).orElse(true);
    return news ? withNews.multipliedBy(pace.slowdown()) : WITHOUT_NEWS;
  }

  private static boolean isPaused(SyncState state, Instant now) {
    Duration pause =
        state.dataset() == Dataset.JOURNAL ? JOURNAL_PAUSE_AFTER_ERROR : PAUSE_AFTER_ERROR;
    boolean failed = state.lastError().filter(error -> !isOnlyPostponed(state, error)).isPresent();
    return failed && state.lastRunAt().map(ended -> now.isBefore(ended.plus(pause))).orElse(false);
  }

  /** History that stopped for want of time or budget goes on where it stopped, and at once. */
  private static boolean isOnlyPostponed(SyncState state, SyncError error) {
    return state.dataset().isHistory()
        && SyncErrorCode.of(error)
            .filter(
                code ->
                    code == SyncErrorCode.OUT_OF_TIME
                        || code == SyncErrorCode.RATE_BUDGET_EXHAUSTED)
            .isPresent();
  }
}
