package callcentre.domain.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sync as a person or the schedule asked for it.
 *
 * @param id unique
 * @param requestedBy the user's id, or {@link #SCHEDULE}
 * @param runs one entry a dataset, in the order in which they are pulled
 * @param backfill what a back-fill brings; empty for every other job
 */
public record SyncJob(
    String id,
    String requestedBy,
    List<DatasetRun> runs,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<BackfillRange> backfill) {

  /** Who asked for the jobs that nobody asked for. */
  public static final String SCHEDULE = "schedule";

  /**
   * So often in a row a back-fill may fail without getting on before it is given up: with 15
   * minutes in between, the night in which nobody looks.
   */
  public static final int MOST_FAILURES = 32;

  public SyncJob {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a job has at least one dataset");
    }
    runs = List.copyOf(runs);
  }

  public static SyncJob queued(
      String id, String requestedBy, List<Dataset> datasets, Instant createdAt) {
    List<DatasetRun> runs = datasets.stream().distinct().map(DatasetRun::queued).toList();
    return new SyncJob(
        id, requestedBy, runs, createdAt, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A job that brings older history. */
  public static SyncJob backfill(
      String id, String requestedBy, BackfillRange range, Instant createdAt) {
    return new SyncJob(
        id,
        requestedBy,
        List.of(DatasetRun.queued(Dataset.BACKFILL)),
        createdAt,
        Optional.empty(),
        Optional.empty(),
        Optional.of(range));
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
    return runs.stream().mapToDouble(DatasetRun::progress).sum() / runs.size();
  }

  /** The first error of its runs. */
  public Optional<SyncError> error() {
    return runs.stream().flatMap(run -> run.error().stream()).findFirst();
  }

  public List<Dataset> datasets() {
    return runs.stream().map(DatasetRun::dataset).toList();
  }

  /** Whether a person asked for it, who may spend what background work must leave. */
  public boolean isAskedByPerson() {
    return !requestedBy.equals(SCHEDULE);
  }

  /** The run of one of its datasets. */
  public Optional<DatasetRun> run(Dataset dataset) {
    return runs.stream().filter(run -> run.dataset() == dataset).findFirst();
  }

  /** This job after a worker took it; the first start is kept when another takes over. */
  public SyncJob startedAt(Instant now) {
    return new SyncJob(
        id,
        requestedBy,
        runs,
        createdAt,
        startedAt.or(() -> Optional.of(now)),
        finishedAt,
        backfill);
  }

  /**
   * This job while one dataset is being pulled. A run that is over stays as it ended, so a worker
   * that comes late cannot open it again.
   */
  public SyncJob pulling(Dataset dataset, Instant now) {
    return run(dataset)
        .filter(run -> !run.status().isFinal())
        .map(run -> startedAt(now).with(run.underWay()))
        .orElse(this);
  }

  /**
   * This job with the end of its last run noted.
   *
   * @return this very job while a run is not final, or when the end is noted already
   */
  public SyncJob finishedWhenDone(Instant now) {
    return status().isFinal() && finishedAt.isEmpty()
        ? new SyncJob(id, requestedBy, runs, createdAt, startedAt, Optional.of(now), backfill)
        : this;
  }

  /** This job given up: every run that is not final ends with the error, what was kept stays. */
  public SyncJob abandoned(SyncError why, Instant now) {
    SyncJob next = this;
    for (DatasetRun run : runs) {
      if (!run.status().isFinal()) {
        next =
            next.with(
                DatasetRun.stopped(run.dataset(), run.counts(), why, run.notes())
                    .with(run.detail()));
      }
    }
    return next.finishedWhenDone(now);
  }

  /** This job with one dataset's run replaced. */
  public SyncJob with(DatasetRun changed) {
    List<DatasetRun> next = new ArrayList<>(runs.size());
    runs.forEach(run -> next.add(run.dataset() == changed.dataset() ? changed : run));
    return new SyncJob(id, requestedBy, next, createdAt, startedAt, finishedAt, backfill);
  }
}
