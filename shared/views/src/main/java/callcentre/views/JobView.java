package callcentre.views;

import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job as {@code …/sync/jobs} shows it. */
public record JobView(
    String id,
    String status,
    double progress,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Map<String, DatasetView> datasets,
    Optional<SyncError> error,
    Optional<BackfillView> backfill) {

  /** What a back-fill was asked to bring. */
  public record BackfillView(Instant from, Instant to, List<Dataset> datasets) {

    static BackfillView of(BackfillRange range) {
      return new BackfillView(range.window().from(), range.window().to(), range.datasets());
    }
  }

  /** The job as far as it has come. */
  public static JobView of(SyncJob job) {
    return new JobView(
        job.id(),
        job.status().wireName(),
        job.progress(),
        job.requestedBy(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        DatasetView.of(job),
        job.error(),
        job.backfill().map(BackfillView::of));
  }
}
