package callcentre.messaging;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.domain.messages.sending.OutgoingId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue between whoever wants messages sent and the sender. */
public final class SmsQueue {

  /** A message may be kept back at most so long (SQS API reference, {@code DelaySeconds}). */
  public static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** SendMessageBatch takes at most so many (SQS API reference). */
  private static final int BATCH = 10;

  private final Supplier<SqsClient> client;
  private final Supplier<String> url;

  /**
   * Making it reads nothing; both suppliers are asked at use.
   *
   * @param url the queue's address
   */
  public SmsQueue(Supplier<SqsClient> client, Supplier<String> url) {
    this.client = client;
    this.url = url;
  }

  /** The queue that {@code SMS_QUEUE_URL} names. */
  public static SmsQueue of(AwsClients clients, Environment environment) {
    return new SmsQueue(clients::sqs, () -> environment.require(Variable.SMS_QUEUE_URL));
  }

  /**
   * What is put on the queue.
   *
   * @param delay how long it is kept back, 0 to {@link #LONGEST_DELAY}; rounded up to seconds
   */
  public record Entry(OutgoingId id, Duration delay) {}

  /**
   * Puts messages on the queue: 1 request for 10.
   *
   * @throws QueueRefusedException when the queue did not take some; the others are on it, and all
   *     may be put on it again
   * @throws software.amazon.awssdk.core.exception.SdkException when the queue does not answer
   */
  public void send(List<Entry> entries) {
    int refused = 0;
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
      for (Entry entry : entries.subList(from, Math.min(entries.size(), from + BATCH))) {
        batch.add(
            SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(batch.size()))
                .messageBody(new QueuedMessage(entry.id()).write())
                .delaySeconds(seconds(entry.delay()))
                .build());
      }
      SendMessageBatchResponse answer =
          client.get().sendMessageBatch(request -> request.queueUrl(url.get()).entries(batch));
      refused += answer.failed().size();
    }
    if (refused > 0) {
      throw new QueueRefusedException(refused);
    }
  }

  private static int seconds(Duration delay) {
    return Math.clamp(delay.plusMillis(999).toSeconds(), 0, (int) LONGEST_DELAY.toSeconds());
  }
}
