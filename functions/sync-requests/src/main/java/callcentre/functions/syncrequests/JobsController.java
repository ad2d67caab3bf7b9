package callcentre.functions.syncrequests;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.problem.ApiException;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.Page;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.views.JobView;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET …/sync/jobs} and {@code …/sync/jobs/{id}}: what syncs did, newest first. */
@Controller("/api/admin/mightycall/sync/jobs")
final class JobsController {

  private final SyncJobRepository jobs;
  private final PageCursors cursors;
  private final InstantSource clock;

  JobsController(SyncJobRepository jobs, PageCursors cursors, InstantSource clock) {
    this.jobs = jobs;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    PageRequest asked = query.read(QueryReader::page);
    CursorContext context = cursors.context(caller, query);
    Page<SyncJob> page = jobs.page(asked.limit() + asked.skip(), cursors.open(context, asked));
    List<JobView> rows = page.items().stream().skip(asked.skip()).map(JobView::of).toList();
    ListAnswer answer =
        ListAnswer.page(
                "jobs", rows, cursors.seal(context, page.next()), EmptyReason.NO_SYNCED_DATA)
            .asOf(Optional.of(clock.instant()));
    boolean whole = asked.cursor().isEmpty() && page.next().isEmpty();
    return (whole ? answer.total(page.items().size()) : answer.totalUnknown("not_counted")).body();
  }

  @Get("/{id}")
  JobView find(String id) {
    return jobs.find(id).map(JobView::of).orElseThrow(() -> ApiException.notFound("sync job"));
  }
}
