package callcentre.functions.syncrequests;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.views.DatasetView;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a watched job into the answer of {@code POST …/sync}. */
final class SyncAnswers {

  /** The counts that the contract fixes; those of datasets that were not asked for are 0. */
  private static final List<String> COUNTS =
      List.of("phones", "extensions", "calls", "voicemails", "messages", "contacts", "reports");

  private static final ErrorCode FAILED = ErrorCode.MIGHTYCALL_SYNC_FAILED;

  private SyncAnswers() {}

  /** The body of 200, and of 202 with what is done so far. */
  static Map<String, Object> body(SyncJob job) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    COUNTS.forEach(count -> body.put(count, 0));
    for (DatasetRun run : job.runs()) {
      for (String count : run.dataset().countNames()) {
        // Journal and details tell of the same calls: the larger number is not one twice.
        body.merge(count, run.kept(count), (one, other) -> Math.max((int) one, (int) other));
      }
    }
    body.put("job_id", job.id());
    body.put("datasets", DatasetView.of(job));
    return body;
  }

  /**
   * The problem of a job that ended with an error.
   *
   * @param budget how the budget stands after it
   */
  static ApiException problem(SyncJob job, BudgetSnapshot budget, Instant now) {
    SyncError error = job.error().orElseThrow();
    ErrorCode code = SyncErrorCode.of(error).map(SyncAnswers::answerTo).orElse(FAILED);
    ApiException problem =
        ApiException.of(code, detail(job, error))
            .retryable(error.retryable())
            .member("job_id", job.id())
            .member("datasets", DatasetView.of(job));
    return code == ErrorCode.RATE_BUDGET_EXHAUSTED
        ? problem.retryAfter(Duration.between(now, budget.resetsAt()))
        : problem;
  }

  /** Only what is MightyCall's doing is answered as such. */
  private static ErrorCode answerTo(SyncErrorCode code) {
    return switch (code) {
      case RATE_BUDGET_EXHAUSTED -> ErrorCode.RATE_BUDGET_EXHAUSTED;
      case MISSING_CONFIGURATION, STORAGE_UNAVAILABLE, STORAGE_CONFLICT, QUEUE_UNAVAILABLE ->
          ErrorCode.TEMPORARILY_UNAVAILABLE;
      case INTERNAL_ERROR -> ErrorCode.INTERNAL_ERROR;
      case OUT_OF_TIME,
          WORKER_VANISHED,
          MIGHTYCALL_ERROR,
          MIGHTYCALL_TIMEOUT,
          MIGHTYCALL_REFUSED_CREDENTIALS,
          INCOMPLETE_ANSWER,
          UNCONFIRMED_EMPTY_LIST ->
          FAILED;
    };
  }

  private static String detail(SyncJob job, SyncError error) {
    String kept =
        job.runs().stream()
            .filter(run -> run.status() == RunStatus.SUCCEEDED)
            .map(run -> run.dataset().wireName() + " (" + run.counts().kept() + " rows)")
            .collect(Collectors.joining(", "));
    return error.code()
        + ": "
        + error.message()
        + (kept.isEmpty() ? "" : " Succeeded and kept: " + kept + ".");
  }
}
