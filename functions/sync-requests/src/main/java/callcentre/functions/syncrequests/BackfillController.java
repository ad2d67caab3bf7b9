package callcentre.functions.syncrequests;

import callcentre.api.access.Principal;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.SyncJob;
import callcentre.sync.SyncRequests;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;
import java.util.Map;

/** {@code POST …/sync/backfill}: asks for older history; nobody waits for it. */
@Controller("/api/admin/mightycall/sync/backfill")
final class BackfillController {

  private final SyncRequests requests;
  private final Idempotency idempotency;
  private final InstantSource clock;

  BackfillController(SyncRequests requests, Idempotency idempotency, InstantSource clock) {
    this.requests = requests;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @Post
  HttpResponse<?> start(Principal principal, IdempotentRequest request, @Body BackfillBody body) {
    BackfillRange range = body.range(clock.instant());
    return idempotency.run(
        request,
        () -> {
          SyncJob job = SyncStarts.job(() -> requests.backfill(range, principal.userId()));
          return HttpResponse.accepted().body(Map.of("job_id", job.id()));
        });
  }
}
