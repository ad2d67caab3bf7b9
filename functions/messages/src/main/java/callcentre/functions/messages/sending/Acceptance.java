package callcentre.functions.messages.sending;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.messaging.Outbox;
import callcentre.storage.idempotency.BeginResult;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.StoredAnswer;
import callcentre.storage.sms.BatchAcceptance;
import callcentre.storage.sms.SmsAttachments;
import callcentre.storage.sms.StoredFile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts batches: logged together with the answer before anything is sent, then spread into
 * messages on the queue. What fails after the first is done later by the dispatcher.
 */
@Singleton
public final class Acceptance {

  private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

  private final BatchAcceptance batches;
  private final SmsAttachments attachments;
  private final Outbox outbox;
  private final Environment environment;

  Acceptance(
      BatchAcceptance batches, SmsAttachments attachments, Outbox outbox, Environment environment) {
    this.batches = batches;
    this.attachments = attachments;
    this.outbox = outbox;
    this.environment = environment;
  }

  /**
   * What makes the same request again recognisable.
   *
   * @param memory for how long
   */
  public record Once(IdempotencyKey key, String bodyHash, Duration memory) {}

  /**
   * Accepts a batch, unless the same was accepted before: 4 requests and 1 for 10 messages, and
   * those for files.
   *
   * @param files of the batch, in the order of their names
   * @return what was answered to the same request before; empty when this batch was accepted
   * @throws ApiException 422 when the key was used for something else
   */
  public Optional<StoredAnswer> accept(
      MessageBatch batch, List<StoredFile> files, Once once, StoredAnswer answer) {
    // Whoever cannot be sent should not be accepted.
    environment.require(Variable.SMS_QUEUE_URL);
    if (!files.isEmpty()) {
      attachments.store(batch.id(), files, batch.acceptedAt());
    }
    BeginResult begun = batches.accept(batch, once.key(), once.bodyHash(), once.memory(), answer);
    return switch (begun) {
      case BeginResult.Started started -> {
        spread(batch);
        yield Optional.empty();
      }
      // The SDK repeats a write whose answer was lost, and then meets its own record.
      case BeginResult.Completed(StoredAnswer first) when first.equals(answer) -> {
        spread(batch);
        yield Optional.empty();
      }
      case BeginResult.Completed(StoredAnswer first) -> Optional.of(first);
      case BeginResult.InProgress running ->
          throw ApiException.of(
                  ErrorCode.IDEMPOTENCY_IN_PROGRESS,
                  "The first request with this key is still running. Nothing was sent twice.")
              .retryAfter(Duration.ofSeconds(2));
      case BeginResult.DifferentBody other -> throw reused();
    };
  }

  static ApiException reused() {
    return ApiException.of(
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "This key was used for another request within 24 hours. Nothing was sent; send a new key.");
  }

  private void spread(MessageBatch batch) {
    try {
      outbox.spread(batch);
    } catch (RuntimeException failure) {
      // Accepted is accepted: an error would invite to send it again.
      LOG.atError()
          .addKeyValue("batch", batch.id())
          .setCause(failure)
          .log("sms: accepted but not put on the queue; the dispatcher does it within minutes");
    }
  }
}
