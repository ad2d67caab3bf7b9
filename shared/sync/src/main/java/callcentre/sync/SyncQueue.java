package callcentre.sync;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue between whoever asks for a sync and the worker that does it. */
public final class SyncQueue {

  /** SQS delays no message longer (SQS API reference, SendMessage, DelaySeconds). */
  public static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  private final Supplier<SqsClient> client;
  private final Supplier<String> url;

  /**
   * Making it reads nothing; both suppliers are asked at use.
   *
   * @param url the queue's address
   */
  public SyncQueue(Supplier<SqsClient> client, Supplier<String> url) {
    this.client = client;
    this.url = url;
  }

  /** The queue that {@code SYNC_QUEUE_URL} names. */
  public static SyncQueue of(AwsClients clients, Environment environment) {
    return new SyncQueue(clients::sqs, () -> environment.require(Variable.SYNC_QUEUE_URL));
  }

  /**
   * Hands a job to a worker: 1 request.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when the queue did not take it
   * @throws callcentre.aws.MissingConfigurationException when no queue is configured
   */
  public void send(SyncMessage message) {
    send(message, Duration.ZERO);
  }

  /**
   * Hands a job to a worker after a while: 1 request.
   *
   * @param delay up to {@link #LONGEST_DELAY}
   * @throws software.amazon.awssdk.core.exception.SdkException when the queue did not take it
   * @throws callcentre.aws.MissingConfigurationException when no queue is configured
   */
  public void send(SyncMessage message, Duration delay) {
    int seconds = Math.toIntExact(delay.toSeconds());
    client
        .get()
        .sendMessage(
            request ->
                request.queueUrl(url.get()).messageBody(message.write()).delaySeconds(seconds));
  }
}
