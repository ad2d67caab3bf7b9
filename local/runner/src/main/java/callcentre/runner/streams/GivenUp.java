package callcentre.runner.streams;

import callcentre.runner.events.DeliveryConditions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Tells the on-failure queue of records that were given up. As at AWS it holds their positions in
 * the stream and not the records (AWS: "Retain discarded batches for a DynamoDB event source").
 */
final class GivenUp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamMapping mapping;
  private final SqsClient queues;
  private final DeliveryConditions conditions;
  private final Optional<String> queueUrl;

  /**
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if the mapping
   *     names a queue that is not declared
   */
  GivenUp(StreamMapping mapping, SqsClient queues, DeliveryConditions conditions) {
    this.mapping = mapping;
    this.queues = queues;
    this.conditions = conditions;
    this.queueUrl =
        mapping
            .failures()
            .queueArn()
            .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
            .map(name -> queues.getQueueUrl(request -> request.queueName(name)).queueUrl());
  }

  void tell(String shard, List<JsonNode> records, int tries) {
    queueUrl.ifPresent(
        url ->
            queues.sendMessage(
                request -> request.queueUrl(url).messageBody(text(shard, records, tries))));
  }

  private String text(String shard, List<JsonNode> records, int tries) {
    ObjectNode message = JSON.createObjectNode();
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", mapping.function())
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", tries);
    message.put("version", "1.0").put("timestamp", conditions.clock().instant().toString());
    message
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", StreamEvent.sequenceNumber(records.getFirst()))
        .put("endSequenceNumber", StreamEvent.sequenceNumber(records.getLast()))
        .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
        .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
        .put("batchSize", records.size())
        .put("streamArn", mapping.streamArn());
    return message.toString();
  }

  private static String arrival(JsonNode record) {
    return Instant.ofEpochSecond(
            record.path("dynamodb").path("ApproximateCreationDateTime").asLong())
        .toString();
  }
}
