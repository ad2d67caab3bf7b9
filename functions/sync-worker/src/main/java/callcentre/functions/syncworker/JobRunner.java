package callcentre.functions.syncworker;

import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.functions.syncworker.pull.ClaimLostException;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.sync.SyncMessage;
import callcentre.sync.SyncQueue;
import callcentre.sync.SyncRequests;
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
  private final SyncQueue queue;
  private final InstantSource clock;

  JobRunner(
      SyncJobRepository jobs,
      SyncStateRepository states,
      SyncClaims claims,
      DatasetPuller puller,
      SyncQueue queue,
      InstantSource clock) {
    this.jobs = jobs;
    this.states = states;
    this.claims = claims;
    this.puller = puller;
    this.queue = queue;
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
    for (int next = 0; next < held.size(); next++) {
      if (!pull(job, held.subList(next, held.size()), worker, deadline)) {
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

  /**
   * @param left the dataset to pull, and those after it
   * @return whether the next one follows
   */
  private boolean pull(SyncJob job, List<SyncState> left, String worker, Instant deadline) {
    SyncState state = left.getFirst();
    Instant startedAt = clock.instant();
    Optional<SyncJob> shown =
        jobs.change(job.id(), known -> known.pulling(state.dataset(), startedAt));
    if (shown.filter(known -> isOpen(known, state)).isEmpty()) {
      return false;
    }
    HeldDataset held =
        new HeldDataset(
            states, jobs, state.dataset(), job.id(), worker, deadline.plus(CLAIM_MARGIN));
    Pulled pulled;
    try {
      pulled = puller.pull(shown.get(), state, held, startedAt, deadline);
    } catch (ClaimLostException lost) {
      logLost(job, state);
      return false;
    }
    if (pulled.goesOnAfter().isPresent()) {
      handBack(job, left, worker, pulled.run(), pulled.goesOnAfter().get());
      return false;
    }
    Optional<SyncJob> after =
        claims.end(job.id(), worker, pulled.run(), startedAt, pulled.cursor(), clock.instant());
    if (after.isEmpty()) {
      logLost(job, state);
    }
    return after.isPresent();
  }

  /**
   * First everything is left as another worker finds it, then the message goes out: in between, the
   * message that brought the job here is still on the queue.
   */
  private void handBack(
      SyncJob job, List<SyncState> left, String worker, DatasetRun soFar, Duration delay) {
    jobs.change(job.id(), known -> known.with(soFar));
    Instant expiresAt = clock.instant().plus(delay).plus(SyncRequests.LONGEST_WAIT);
    left.forEach(state -> states.handBack(state.dataset(), job.id(), worker, expiresAt));
    queue.send(new SyncMessage(job.id()), delay);
    LOG.atInfo()
        .addKeyValue("job_id", job.id())
        .addKeyValue("dataset", soFar.dataset().wireName())
        .addKeyValue("progress", soFar.progress())
        .log("sync: goes on with another worker in {} s", delay.toSeconds());
  }

  private static void logLost(SyncJob job, SyncState state) {
    LOG.atWarn()
        .addKeyValue("job_id", job.id())
        .addKeyValue("dataset", state.dataset().wireName())
        .log("sync: the claim was lost meanwhile; rows are stored, the result is another job's");
  }

  private static boolean isOpen(SyncJob job, SyncState state) {
    return job.run(state.dataset()).filter(run -> !run.status().isFinal()).isPresent();
  }
}
