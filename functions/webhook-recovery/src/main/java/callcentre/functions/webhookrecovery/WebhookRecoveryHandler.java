package callcentre.functions.webhookrecovery;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.Variable;
import callcentre.aws.logging.RequestScope;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what waits on the fallback queue. A message that could not be stored is reported as
 * failed, alone: the queue delivers it again, and in the end it goes to the DLQ.
 */
public final class WebhookRecoveryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookRecoveryHandler.class);

  private final CallEventRepository events;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public WebhookRecoveryHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess());
    SnapStart.beforeCheckpoint(this::prime);
  }

  WebhookRecoveryHandler(AwsClients clients, Environment environment) {
    this.events =
        new CallEventRepository(
            new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE))));
  }

  /** Drives an event of nobody through everything that an event needs; nothing is kept. */
  void prime() {
    try {
      AwsClients.prime(() -> events.store(WaitingEvent.ofPriming()));
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("webhook: not primed; the first message is slower");
    }
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      List<BatchItemFailure> failures = new ArrayList<>();
      for (SQSMessage message : event.getRecords()) {
        if (!isStored(message)) {
          failures.add(new BatchItemFailure(message.getMessageId()));
        }
      }
      return new SQSBatchResponse(failures);
    }
  }

  private boolean isStored(SQSMessage message) {
    try {
      boolean added = events.store(WaitingEvent.read(message));
      LOG.atInfo()
          .addKeyValue("webhook_recovered", added)
          .log("webhook: an event that waited is stored");
      return true;
    } catch (RuntimeException notStored) {
      LOG.atError()
          .addKeyValue("message_id", message.getMessageId())
          .setCause(notStored)
          .log("webhook: an event could not be stored and comes again");
      return false;
    }
  }
}
