package callcentre.domain.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sync as a person or the schedule asked for it.
 *
 * @param id unique
 * @param requestedBy the user's id, or {@code schedule}
 * @param runs one entry a dataset, in the order in which they are pulled
 */
public record SyncJob(
    String id,
    String requestedBy,
    List<DatasetRun> runs,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  public SyncJob {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a job has at least one dataset");
    }
    runs = List.copyOf(runs);
  }

  public static SyncJob queued(
      String id, String requestedBy, List<Dataset> datasets, Instant createdAt) {
    List<DatasetRun> runs = datasets.stream().distinct().map(DatasetRun::queued).toList();
    return new SyncJob(id, requestedBy, runs, createdAt, Optional.empty(), Optional.empty());
  }

  /**
   * The job's status: that of its runs. Some succeeded and some did not is {@link
   * RunStatus#PARTIAL}: what succeeded is kept.
   */
  public RunStatus status() {
    if (runs.stream().allMatch(run -> run.status() == RunStatus.QUEUED)) {
      return RunStatus.QUEUED;
    }
    if (runs.stream().anyMatch(run -> !run.status().isFinal())) {
      return RunStatus.RUNNING;
    }
    if (runs.stream().allMatch(run -> run.status() == RunStatus.SUCCEEDED)) {
      return RunStatus.SUCCEEDED;
    }
    return runs.stream().allMatch(run -> run.status() == RunStatus.FAILED)
        ? RunStatus.FAILED
        : RunStatus.PARTIAL;
  }

  /** The finished share of the job, 0 to 1. */
  public double progress() {
    return (double) runs.stream().filter(run -> run.status().isFinal()).count() / runs.size();
  }

  /** The first error of its runs. */
  public Optional<SyncError> error() {
    return runs.stream().flatMap(run -> run.error().stream()).findFirst();
  }

  public List<Dataset> datasets() {
    return runs.stream().map(DatasetRun::dataset).toList();
  }

  /** This job with one dataset's run replaced. */
  public SyncJob with(DatasetRun changed) {
    List<DatasetRun> next = new ArrayList<>(runs.size());
    runs.forEach(run -> next.add(run.dataset() == changed.dataset() ? changed : run));
    return new SyncJob(id, requestedBy, next, createdAt, startedAt, finishedAt);
  }
}
