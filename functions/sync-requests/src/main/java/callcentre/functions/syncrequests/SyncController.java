package callcentre.functions.syncrequests;

import callcentre.api.access.Principal;
import callcentre.api.answer.RateLimit;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.client.budget.RequestBudget;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.sync.SyncPlan;
import callcentre.sync.SyncRequests;
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
    return idempotency.run(
        request,
        () -> answer(watch.await(SyncStarts.job(() -> requests.start(plan, principal.userId())))));
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
