package callcentre.functions.syncworker;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.RequestMeter;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.events.WebhookState;
import callcentre.domain.sync.Cadence;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.functions.syncworker.pull.ClaimLostException;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.PullErrors;
import callcentre.functions.syncworker.pull.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls one dataset and turns whatever happens into its run. */
final class DatasetPuller {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetPuller.class);

  private final Function<Dataset, DatasetSync> datasets;
  private final Supplier<WebhookState> webhooks;
  private final InstantSource clock;

  /**
   * @param datasets how each dataset is pulled
   * @param webhooks reads what webhooks told
   */
  DatasetPuller(
      Function<Dataset, DatasetSync> datasets,
      Supplier<WebhookState> webhooks,
      InstantSource clock) {
    this.datasets = datasets;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * @param job the job as it is shown now
   * @param state where the dataset stands
   * @param held remembers how far the pull comes
   * @param startedAt when this pull began
   * @param deadline when this invocation is ended from outside
   */
  Pulled pull(SyncJob job, SyncState state, HeldDataset held, Instant startedAt, Instant deadline) {
    Dataset dataset = state.dataset();
    RequestMeter meter = held.meter();
    Deadline lastAnswer = new Deadline(deadline.minus(Pull.TIME_TO_STORE));
    Tally tally = new Tally(job.run(dataset).orElseGet(() -> DatasetRun.queued(dataset)));
    Pulled pulled;
    try {
      CallContext call = new CallContext(classOf(job, state, startedAt), lastAnswer, meter);
      Pull pull = new Pull(call, startedAt, state, job, held, clock);
      Optional<String> cursor = datasets.apply(dataset).run(pull, tally);
      DatasetRun run =
          DatasetRun.succeeded(dataset, tally.counts(meter.sent()), tally.notes())
              .with(tally.detail());
      pulled = Pulled.ended(run, cursor);
    } catch (ClaimLostException lost) {
      throw lost;
    } catch (RuntimeException failure) {
      pulled = stopped(job, state, held, failure, tally);
    }
    RunLog.write(LOG, job, pulled.run(), Duration.between(startedAt, clock.instant()));
    return pulled;
  }

  private static Pulled stopped(
      SyncJob job, SyncState state, HeldDataset held, RuntimeException failure, Tally tally) {
    SyncError error = PullErrors.of(failure);
    if (SyncErrorCode.of(error).filter(SyncErrorCode.INTERNAL_ERROR::equals).isPresent()) {
      LOG.atError()
          .addKeyValue("job_id", job.id())
          .setCause(failure)
          .log("sync: a mistake of ours");
    }
    Dataset dataset = state.dataset();
    DatasetCounts counts = tally.counts(held.meter().sent());
    int before = job.run(dataset).map(run -> run.detail().failures()).orElse(0);
    Continuation next = Continuation.of(dataset, error, held.hasSaved(), before);
    SyncError told = next.told(error);
    RunDetail detail = tally.detail().failed(next.failures());
    if (next.after().isEmpty()) {
      return Pulled.ended(
          DatasetRun.stopped(dataset, counts, told, tally.notes()).with(detail), Optional.empty());
    }
    Duration pause = next.after().get();
    DatasetRun run = DatasetRun.continued(dataset, counts, tally.notes()).with(detail);
    return Pulled.goesOn(pause.isZero() ? run : run.waiting(told), pause);
  }

  /**
   * A person waits for the answer, so the reserve for people may be spent; the schedule's may not,
   * and a back-fill's least of all. Details of calls that webhooks told of come between: 1 request
   * to the table.
   */
  private RequestClass classOf(SyncJob job, SyncState state, Instant startedAt) {
    if (job.backfill().isPresent()) {
      return RequestClass.BACKFILL;
    }
    if (job.isAskedByPerson()) {
      return RequestClass.INTERACTIVE;
    }
    boolean completes =
        state.dataset() == Dataset.CALLS && Cadence.isToComplete(state, webhooks.get(), startedAt);
    return completes ? RequestClass.EVENT : RequestClass.SYNC;
  }
}
