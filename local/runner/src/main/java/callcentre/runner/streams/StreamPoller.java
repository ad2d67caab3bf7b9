package callcentre.runner.streams;

import callcentre.runner.events.DeliveryConditions;
import callcentre.runner.process.WorkGate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Moves the records of one stream to its function, shard by shard, each in order. */
final class StreamPoller implements Runnable {

  private static final Duration BETWEEN_DESCRIPTIONS = Duration.ofSeconds(10);
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final StreamMapping mapping;
  private final DynamoDbStreamsClient streams;
  private final StreamPlaces places;
  private final BatchDelivery delivery;
  private final DeliveryConditions conditions;
  private final WorkGate gate;
  private final Map<String, ShardReader> readers = new LinkedHashMap<>();
  private Instant described = Instant.EPOCH;

  StreamPoller(
      StreamMapping mapping,
      DynamoDbStreamsClient streams,
      StreamPlaces places,
      BatchDelivery delivery,
      DeliveryConditions conditions,
      WorkGate gate) {
    this.mapping = mapping;
    this.streams = streams;
    this.places = places;
    this.delivery = delivery;
    this.conditions = conditions;
    this.gate = gate;
    describe(mapping.fromBeginning() ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST);
  }

  @Override
  public void run() {
    while (!gate.closed()) {
      try {
        if (!look()) {
          Thread.sleep(StreamMappings.BETWEEN_LOOKS);
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        complain(failure);
      }
    }
  }

  /** True when something was delivered. */
  private boolean look() throws InterruptedException {
    if (described.plus(BETWEEN_DESCRIPTIONS).isBefore(conditions.clock().instant())) {
      describe(ShardIteratorType.TRIM_HORIZON);
    }
    boolean any = false;
    for (ShardReader reader : List.copyOf(readers.values())) {
      List<Record> records = gather(reader);
      if (!records.isEmpty() && gate.enter()) {
        try {
          deliverSurely(reader, records);
          any = true;
        } finally {
          gate.leave();
        }
      }
      if (reader.ended()) {
        // Only now may its children be read: they go on where it ended.
        described = Instant.EPOCH;
      }
    }
    return any;
  }

  private List<Record> gather(ShardReader reader) throws InterruptedException {
    List<Record> batch = new ArrayList<>(reader.next(mapping.batchSize()));
    if (batch.isEmpty() || mapping.window().isZero()) {
      return batch;
    }
    Instant end = conditions.clock().instant().plus(mapping.window());
    while (batch.size() < mapping.batchSize()
        && conditions.clock().instant().isBefore(end)
        && !reader.ended()
        && !gate.closed()) {
      List<Record> more = reader.next(mapping.batchSize() - batch.size());
      if (more.isEmpty()) {
        Thread.sleep(StreamMappings.BETWEEN_LOOKS);
      }
      batch.addAll(more);
    }
    return batch;
  }

  /** What was read is not read again, so a failure of this program must not lose it. */
  private void deliverSurely(ShardReader reader, List<Record> records) throws InterruptedException {
    boolean delivered = false;
    while (!delivered && !gate.closed()) {
      try {
        deliver(reader, records);
        delivered = true;
      } catch (RuntimeException failure) {
        complain(failure);
      }
    }
  }

  private void deliver(ShardReader reader, List<Record> records) throws InterruptedException {
    String shard = reader.shard();
    List<JsonNode> passed =
        records.stream()
            .map(record -> StreamEvent.record(mapping.streamArn(), record))
            .filter(mapping.filter()::passes)
            .toList();
    boolean finished =
        passed.isEmpty()
            || delivery.deliver(
                shard, passed, done -> save(shard, StreamEvent.sequenceNumber(done.getLast())));
    if (finished) {
      save(shard, records.getLast().dynamodb().sequenceNumber());
    }
  }

  private void save(String shard, String sequenceNumber) {
    places.save(mapping.function(), shard, sequenceNumber);
  }

  /** Takes up shards that are new and whose parents are read to their end. */
  private void describe(ShardIteratorType start) {
    List<Shard> shards = shards();
    for (Shard shard : shards) {
      boolean parentIsRead =
          shards.stream()
              .map(Shard::shardId)
              .filter(id -> id.equals(shard.parentShardId()))
              .allMatch(id -> readers.containsKey(id) && readers.get(id).ended());
      if (!readers.containsKey(shard.shardId()) && parentIsRead) {
        readers.put(
            shard.shardId(),
            new ShardReader(
                streams,
                mapping.streamArn(),
                shard.shardId(),
                places.of(mapping.function(), shard.shardId()),
                start));
      }
    }
    described = conditions.clock().instant();
  }

  private List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    Optional<String> last = Optional.empty();
    do {
      DescribeStreamRequest.Builder request =
          DescribeStreamRequest.builder().streamArn(mapping.streamArn());
      last.ifPresent(request::exclusiveStartShardId);
      DescribeStreamResponse page = streams.describeStream(request.build());
      shards.addAll(page.streamDescription().shards());
      last = Optional.ofNullable(page.streamDescription().lastEvaluatedShardId());
    } while (last.isPresent());
    return shards;
  }

  private void complain(RuntimeException failure) {
    if (gate.closed()) {
      // A client that is closed under its caller is no failure.
      return;
    }
    conditions
        .complaints()
        .accept("Stream " + mapping.streamArn() + " could not be served: " + failure);
    try {
      Thread.sleep(AFTER_AN_ERROR);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
