package callcentre.functions.operations.events;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queue that tells what the projector gave up. */
@Singleton
final class GivenUpQueue {

  private static final Logger LOG = LoggerFactory.getLogger(GivenUpQueue.class);

  /** A message is ours for longer than a request can take (API Gateway quotas: 29 s). */
  private static final Duration OURS = Duration.ofMinutes(1);

  /** As many as one answer, one deletion and one change of SQS take (SQS API reference). */
  private static final int AT_ONCE = 10;

  private final AwsClients clients;
  private final Environment environment;

  GivenUpQueue(AwsClients clients, Environment environment) {
    this.clients = clients;
    this.environment = environment;
  }

  /**
   * Takes messages: 1 request for 10, and 1 that finds no more.
   *
   * @param most rounded up to tens
   */
  List<Message> take(int most) {
    List<Message> taken = new ArrayList<>();
    boolean more = true;
    while (more && taken.size() < most) {
      List<Message> some =
          clients
              .sqs()
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(url())
                          .maxNumberOfMessages(AT_ONCE)
                          .visibilityTimeout((int) OURS.toSeconds())
                          // Asks all servers of the queue, not some (SQS developer guide).
                          .waitTimeSeconds(1))
              .messages();
      taken.addAll(some);
      more = !some.isEmpty();
    }
    return taken;
  }

  void send(GivenUp rest) {
    clients.sqs().sendMessage(request -> request.queueUrl(url()).messageBody(rest.text()));
  }

  /** Done with: 1 request for 10. */
  void delete(List<Message> messages) {
    inPortions(
        messages,
        (id, message) ->
            DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(message.receiptHandle())
                .build(),
        entries ->
            clients.sqs().deleteMessageBatch(r -> r.queueUrl(url()).entries(entries)).failed(),
        "Messages of the projector's queue were replayed and not deleted; the next redrive"
            + " replays them again, which changes nothing");
  }

  /** For the next one who asks, at once: 1 request for 10. */
  void giveBack(List<Message> messages) {
    inPortions(
        messages,
        (id, message) ->
            ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0)
                .build(),
        entries ->
            clients
                .sqs()
                .changeMessageVisibilityBatch(r -> r.queueUrl(url()).entries(entries))
                .failed(),
        "Messages of the projector's queue were not given back; they are seen again within a"
            + " minute");
  }

  /**
   * Asks for ten messages at a time. SQS refuses entries of a batch one by one, and answers 200 all
   * the same.
   *
   * @param ask answers with the refused entries
   * @param consequence what it means that an entry was refused, for the log
   */
  private static <T> void inPortions(
      List<Message> messages,
      BiFunction<String, Message, T> entry,
      Function<List<T>, List<BatchResultErrorEntry>> ask,
      String consequence) {
    for (int from = 0; from < messages.size(); from += AT_ONCE) {
      List<T> entries =
          IntStream.range(from, Math.min(messages.size(), from + AT_ONCE))
              .mapToObj(at -> entry.apply(Integer.toString(at), messages.get(at)))
              .toList();
      List<BatchResultErrorEntry> refused = ask.apply(entries);
      if (!refused.isEmpty()) {
        LOG.atWarn()
            .addKeyValue("messages", refused.size())
            .addKeyValue("reason", refused.getFirst().code())
            .log(consequence);
      }
    }
  }

  private String url() {
    return environment.require(Variable.PROJECTOR_DLQ_URL);
  }
}
