package callcentre.functions.syncrequests;

import callcentre.api.access.Principal;
import callcentre.api.answer.RateLimit;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.client.budget.RequestBudget;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.sync.QueueUnavailableException;
import callcentre.sync.SyncPlan;
import callcentre.sync.SyncRequests;
import callcentre.sync.SyncStart;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code POST …/sync}: asks for a sync and waits for it as long as a person may wait. */
@Controller("/api/admin/mightycall/sync")
final class SyncController {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final SyncRequests requests;
  private final JobWatch watch;
  private final RequestBudget budget;
  private final Idempotency idempotency;
  private final InstantSource clock;

  SyncController(
      SyncRequests requests,
      JobWatch watch,
      RequestBudget budget,
      Idempotency idempotency,
      InstantSource clock) {
    this.requests = requests;
    this.watch = watch;
    this.budget = budget;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @Post
  HttpResponse<?> start(
      Principal principal, IdempotentRequest request, @Nullable @Body SyncBody body) {
    SyncPlan plan = SyncBody.plan(body);
    return idempotency.run(request, () -> answer(watch.await(start(plan, principal.userId()))));
  }

  private SyncJob start(SyncPlan plan, String userId) {
    try {
      return switch (requests.start(plan, userId)) {
        case SyncStart.Started(SyncJob job) -> job;
        case SyncStart.AlreadyRunning(Dataset dataset, String jobId) ->
            throw ApiException.of(
                    ErrorCode.SYNC_RUNNING,
                    "A sync of "
                        + dataset.wireName()
                        + " is running. Follow it at sync/jobs/"
                        + jobId
                        + " or try again when it is done.")
                .member("job_id", jobId)
                .retryAfter(TRY_AGAIN);
      };
    } catch (QueueUnavailableException refused) {
      throw ApiException.of(
              ErrorCode.TEMPORARILY_UNAVAILABLE, String.valueOf(refused.getMessage()), refused)
          .member("job_id", refused.jobId())
          .retryAfter(TRY_AGAIN);
    }
  }

  private HttpResponse<?> answer(SyncJob job) {
    BudgetSnapshot after = budget.snapshot();
    Instant now = clock.instant();
    if (job.status().isFinal() && job.status() != RunStatus.SUCCEEDED) {
      throw SyncAnswers.problem(job, after, now);
    }
    RateLimit left =
        new RateLimit(after.limit(), after.remaining(), Duration.between(now, after.resetsAt()));
    HttpStatus status = job.status().isFinal() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    return left.on(HttpResponse.status(status)).body(SyncAnswers.body(job));
  }
}
