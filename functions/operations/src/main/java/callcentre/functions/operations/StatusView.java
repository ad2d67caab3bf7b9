package callcentre.functions.operations;

import callcentre.domain.history.DayCount;
import callcentre.domain.sync.SyncState;
import callcentre.views.BudgetView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the stage. What is not known is empty and never 0.
 *
 * @param token empty while there is none; it says when, never which
 */
record StatusView(
    Instant asOf,
    boolean syncEnabled,
    Map<String, DatasetView> datasets,
    Optional<Instant> lastWebhookAt,
    Optional<Instant> webhookTriedAt,
    Map<String, WorkQueues.Depth> queues,
    Map<String, WorkQueues.Dead> dlqs,
    int quarantined,
    int parked,
    BudgetView budget,
    Optional<TokenView> token) {

  /** From when until when the provider's token is good. */
  record TokenView(Instant obtainedAt, Instant expiresAt) {}

  /** Why the last run did not succeed. */
  record ErrorView(String code, String message, boolean retryable, Optional<Instant> at) {}

  /**
   * A day's count at the provider beside ours.
   *
   * @param source which of the provider's families was counted
   * @param stored how many of its records were stored when the day was compared
   * @param recovered how many more came when it was read again
   * @param missing how many are missing still
   */
  record DayView(
      String day, String source, long provider, long stored, long recovered, long missing) {

    static DayView of(DayCount count) {
      return new DayView(
          count.day().toString(),
          count.source().wireName(),
          count.provider(),
          count.stored(),
          count.recovered(),
          count.missing());
    }
  }

  /** How fresh the copy of a dataset is. */
  record DatasetView(
      Optional<Instant> asOf,
      Optional<Long> lagSeconds,
      Optional<ErrorView> lastError,
      Optional<String> runningJobId,
      List<DayView> days) {

    static DatasetView of(SyncState state, Instant now) {
      return new DatasetView(
          state.asOf(),
          state.age(now).map(Duration::toSeconds).map(lag -> Math.max(0, lag)),
          state
              .lastError()
              .map(
                  error ->
                      new ErrorView(
                          error.code(), error.message(), error.retryable(), state.lastRunAt())),
          state.activeJob(now),
          state.days().stream().map(DayView::of).toList());
    }
  }
}
