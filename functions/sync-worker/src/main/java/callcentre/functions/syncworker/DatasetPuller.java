package callcentre.functions.syncworker;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.RequestMeter;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Pulls one dataset and turns whatever happens into its run. */
final class DatasetPuller {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetPuller.class);

  private final Function<Dataset, DatasetSync> datasets;
  private final InstantSource clock;

  /**
   * @param datasets how each dataset is pulled
   */
  DatasetPuller(Function<Dataset, DatasetSync> datasets, InstantSource clock) {
    this.datasets = datasets;
    this.clock = clock;
  }

  /**
   * @param state where the dataset stands
   * @param startedAt when this pull began
   * @param deadline when this invocation is ended from outside
   */
  DatasetRun pull(SyncJob job, SyncState state, Instant startedAt, Instant deadline) {
    Dataset dataset = state.dataset();
    RequestMeter meter = new RequestMeter();
    Deadline lastAnswer = new Deadline(deadline.minus(Pull.TIME_TO_STORE));
    CallContext call = new CallContext(classOf(job), lastAnswer, meter);
    Tally tally = new Tally();
    DatasetRun run;
    try {
      datasets.apply(dataset).run(new Pull(call, startedAt, state, clock), tally);
      run = DatasetRun.succeeded(dataset, tally.counts(meter.sent()), tally.notes());
    } catch (RuntimeException failure) {
      SyncError error = PullErrors.of(failure);
      if (SyncErrorCode.of(error).filter(SyncErrorCode.INTERNAL_ERROR::equals).isPresent()) {
        LOG.atError()
            .addKeyValue("job_id", job.id())
            .setCause(failure)
            .log("sync: a mistake of ours");
      }
      run = DatasetRun.stopped(dataset, tally.counts(meter.sent()), error, tally.notes());
    }
    log(job, run, startedAt);
    return run;
  }

  /**
   * A person waits for the answer, so the reserve for people may be spent; the schedule's may not.
   */
  private static RequestClass classOf(SyncJob job) {
    return job.isAskedByPerson() ? RequestClass.INTERACTIVE : RequestClass.SYNC;
  }

  private void log(SyncJob job, DatasetRun run, Instant startedAt) {
    Level level = run.error().isPresent() ? Level.WARN : Level.INFO;
    LOG.atLevel(level)
        .addKeyValue("job_id", job.id())
        .addKeyValue("dataset", run.dataset().wireName())
        .addKeyValue("sync_status", run.status().wireName())
        .addKeyValue("sync_error", run.error().map(SyncError::code).orElse(""))
        .addKeyValue("fetched", run.counts().fetched())
        .addKeyValue("inserted", run.counts().inserted())
        .addKeyValue("updated", run.counts().updated())
        .addKeyValue("unchanged", run.counts().unchanged())
        .addKeyValue("merged", run.counts().merged())
        .addKeyValue("skipped", run.counts().skipped())
        .addKeyValue("failed", run.counts().failed())
        .addKeyValue("provider_requests", run.counts().requests())
        .addKeyValue("duration_millis", clock.instant().toEpochMilli() - startedAt.toEpochMilli())
        .log("sync: dataset {} {}", run.dataset().wireName(), run.status().wireName());
  }
}
