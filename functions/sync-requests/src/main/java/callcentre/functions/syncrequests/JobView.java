package callcentre.functions.syncrequests;

import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A job as {@code …/sync/jobs} shows it. */
record JobView(
    String id,
    String status,
    double progress,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Map<String, DatasetView> datasets,
    Optional<SyncError> error) {

  static JobView of(SyncJob job) {
    return new JobView(
        job.id(),
        job.status().wireName(),
        job.progress(),
        job.requestedBy(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        DatasetView.of(job),
        job.error());
  }
}
