package callcentre.functions.syncworker;

import callcentre.client.RequestMeter;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.functions.syncworker.pull.Checkpoints;
import callcentre.functions.syncworker.pull.ClaimLostException;
import callcentre.functions.syncworker.pull.Tally;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Instant;

/** A dataset that this worker holds for a job: where its pull remembers how far it came. */
final class HeldDataset implements Checkpoints {

  private final SyncStateRepository states;
  private final SyncJobRepository jobs;
  private final Dataset dataset;
  private final String jobId;
  private final String worker;
  private final Instant expiresAt;
  private final RequestMeter meter = new RequestMeter();
  private boolean saved;

  /**
   * @param expiresAt when the worker's claim ends
   */
  HeldDataset(
      SyncStateRepository states,
      SyncJobRepository jobs,
      Dataset dataset,
      String jobId,
      String worker,
      Instant expiresAt) {
    this.states = states;
    this.jobs = jobs;
    this.dataset = dataset;
    this.jobId = jobId;
    this.worker = worker;
    this.expiresAt = expiresAt;
  }

  /** Counts the provider requests of the pull. */
  RequestMeter meter() {
    return meter;
  }

  /** Whether anything was remembered yet. */
  boolean hasSaved() {
    return saved;
  }

  @Override
  public void save(String cursor) {
    if (!states.checkpoint(dataset, jobId, worker, cursor, expiresAt)) {
      throw new ClaimLostException(dataset.wireName());
    }
    saved = true;
  }

  @Override
  public void show(Tally soFar) {
    DatasetRun run =
        DatasetRun.continued(dataset, soFar.counts(meter.sent()), soFar.notes())
            .with(soFar.detail());
    jobs.change(jobId, job -> job.with(run));
  }
}
