package callcentre.functions.syncworker;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import callcentre.sync.SyncMessage;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs on the sync queue. A message that could not be done is reported as failed, alone:
 * the queue delivers it again, and after three times it goes to the DLQ.
 */
public final class SyncWorkerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(SyncWorkerHandler.class);

  private final SyncWorker worker;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public SyncWorkerHandler() {
    this(SyncWorker.of(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system()));
    SnapStart.beforeCheckpoint(this::prime);
  }

  SyncWorkerHandler(SyncWorker worker) {
    this.worker = worker;
  }

  /** Drives a job that does not exist through what every job needs; nothing is written. */
  void prime() {
    try {
      AwsClients.prime(() -> worker.runner().run("priming", "priming", worker.clock().instant()));
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("sync: not primed; the first job will be slower");
    }
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      List<BatchItemFailure> failures = new ArrayList<>();
      for (SQSMessage message : event.getRecords()) {
        if (!isDone(message, context)) {
          failures.add(new BatchItemFailure(message.getMessageId()));
        }
      }
      return new SQSBatchResponse(failures);
    }
  }

  private boolean isDone(SQSMessage message, Context context) {
    try {
      Instant deadline = worker.clock().instant().plusMillis(context.getRemainingTimeInMillis());
      worker
          .runner()
          .run(SyncMessage.read(message.getBody()).jobId(), context.getAwsRequestId(), deadline);
      return true;
    } catch (RuntimeException notDone) {
      LOG.atError()
          .addKeyValue("message_id", message.getMessageId())
          .setCause(notDone)
          .log("sync: a message could not be done and comes again");
      return false;
    }
  }
}
