package callcentre.functions.syncworker;

import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a job: takes its datasets, pulls one after the other, notes how each ended. A job that is
 * over, or that a living worker does, is left alone, so a message may arrive any number of times.
 *
 * <p>The claim lasts until this invocation must be over, so it needs no heartbeat: a worker that
 * still runs still holds it, and a dead one loses it within minutes.
 */
final class JobRunner {

  /** Between the end of an invocation and that of its claim: for clocks that differ. */
  static final Duration CLAIM_MARGIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final SyncJobRepository jobs;
  private final SyncStateRepository states;
  private final SyncClaims claims;
  private final DatasetPuller puller;
  private final InstantSource clock;

  JobRunner(
      SyncJobRepository jobs,
      SyncStateRepository states,
      SyncClaims claims,
      DatasetPuller puller,
      InstantSource clock) {
    this.jobs = jobs;
    this.states = states;
    this.claims = claims;
    this.puller = puller;
    this.clock = clock;
  }

  /**
   * Does what is left of a job.
   *
   * @param worker unique to this invocation
   * @param deadline when this invocation is ended from outside
   * @throws RuntimeException when jobs or states cannot be read or written: the message must come
   *     again
   */
  void run(String jobId, String worker, Instant deadline) {
    Optional<SyncJob> found = jobs.find(jobId);
    if (found.isEmpty()) {
      LOG.atWarn().addKeyValue("job_id", jobId).log("sync: there is no such job any more");
      return;
    }
    SyncJob job = found.get();
    List<SyncState> held = take(job, worker, deadline.plus(CLAIM_MARGIN));
    if (held.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("job_id", jobId)
          .addKeyValue("job_status", job.status().wireName())
          .log("sync: nothing to do, the job is over or another worker does it");
      return;
    }
    for (SyncState state : held) {
      if (!pull(job, state, worker, deadline)) {
        return;
      }
    }
  }

  /** All at once, so that a dead worker frees all of them together. */
  private List<SyncState> take(SyncJob job, String worker, Instant expiresAt) {
    List<SyncState> held = new ArrayList<>();
    for (DatasetRun run : job.runs()) {
      if (!run.status().isFinal()) {
        states
            .takeOver(run.dataset(), job.id(), worker, expiresAt, clock.instant())
            .ifPresent(held::add);
      }
    }
    return held;
  }

  private boolean pull(SyncJob job, SyncState state, String worker, Instant deadline) {
    Instant startedAt = clock.instant();
    Optional<SyncJob> shown =
        jobs.change(job.id(), known -> known.pulling(state.dataset(), startedAt));
    if (shown.filter(known -> isOpen(known, state)).isEmpty()) {
      return false;
    }
    DatasetRun run = puller.pull(job, state, startedAt, deadline);
    Optional<SyncJob> after =
        claims.end(job.id(), worker, run, startedAt, Optional.empty(), clock.instant());
    if (after.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("job_id", job.id())
          .addKeyValue("dataset", state.dataset().wireName())
          .log("sync: the claim was lost meanwhile; rows are stored, the result is another job's");
    }
    return after.isPresent();
  }

  private static boolean isOpen(SyncJob job, SyncState state) {
    return job.run(state.dataset()).filter(run -> !run.status().isFinal()).isPresent();
  }
}
