package callcentre.functions.smssender;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.messaging.QueuedMessage;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is on the queue of messages. Only what could not be worked on is reported as failed,
 * alone: a message that must wait, or that the provider refused, is done as far as the queue is
 * concerned.
 */
public final class SmsSenderHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(SmsSenderHandler.class);

  private final Sender sender;
  private final InstantSource clock;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public SmsSenderHandler() {
    this(
        AwsClients.ofProcess(),
        Environment.ofProcess(),
        InstantSource.system(),
        new SecureRandom());
    SnapStart.beforeCheckpoint(this::prime);
  }

  SmsSenderHandler(
      AwsClients clients, Environment environment, InstantSource clock, RandomGenerator random) {
    this.sender = SenderParts.sender(clients, environment, clock, random);
    this.clock = clock;
  }

  /** Looks for a message that does not exist; nothing is written and nothing is sent. */
  void prime() {
    try {
      AwsClients.prime(() -> sender.find(new OutgoingId("00000000", 0)));
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("sms: not primed; the first message will be slower");
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
      Instant deadline = clock.instant().plusMillis(context.getRemainingTimeInMillis());
      sender.send(QueuedMessage.read(message.getBody()).id(), deadline);
      return true;
    } catch (RuntimeException notDone) {
      LOG.atError()
          .addKeyValue("queue_message_id", message.getMessageId())
          .setCause(notDone)
          .log("sms: a message could not be worked on and comes again");
      return false;
    }
  }
}
