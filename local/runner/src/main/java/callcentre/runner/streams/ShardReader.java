package callcentre.runner.streams;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from a place to its end. */
final class ShardReader {

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final String shard;
  private Optional<String> iterator;
  private Optional<String> lastRead;

  /**
   * @param place the last record that needs no delivery; empty: none does, so {@code start} counts
   */
  ShardReader(
      DynamoDbStreamsClient streams,
      String streamArn,
      String shard,
      Optional<String> place,
      ShardIteratorType start) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.shard = shard;
    this.lastRead = place;
    this.iterator = Optional.of(place.isPresent() ? after(place.get()) : from(start));
  }

  String shard() {
    return shard;
  }

  /** Whether nothing will ever follow: the shard was closed, and all of it was read. */
  boolean ended() {
    return iterator.isEmpty();
  }

  /** The next records, at most {@code limit}; none when there are none now. */
  List<Record> next(int limit) {
    if (iterator.isEmpty()) {
      return List.of();
    }
    try {
      return read(iterator.get(), limit);
    } catch (ExpiredIteratorException tooLate) {
      return read(again(), limit);
    } catch (TrimmedDataAccessException gone) {
      return read(from(ShardIteratorType.TRIM_HORIZON), limit);
    }
  }

  private List<Record> read(String at, int limit) {
    GetRecordsResponse answer =
        streams.getRecords(request -> request.shardIterator(at).limit(limit));
    iterator = Optional.ofNullable(answer.nextShardIterator());
    List<Record> records = answer.records();
    if (!records.isEmpty()) {
      lastRead = Optional.of(records.getLast().dynamodb().sequenceNumber());
    }
    return records;
  }

  private String again() {
    return lastRead.map(this::after).orElseGet(() -> from(ShardIteratorType.TRIM_HORIZON));
  }

  private String after(String sequenceNumber) {
    try {
      return iterator(
          GetShardIteratorRequest.builder()
              .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
              .sequenceNumber(sequenceNumber));
    } catch (TrimmedDataAccessException gone) {
      return from(ShardIteratorType.TRIM_HORIZON);
    }
  }

  private String from(ShardIteratorType start) {
    return iterator(GetShardIteratorRequest.builder().shardIteratorType(start));
  }

  private String iterator(GetShardIteratorRequest.Builder request) {
    return streams
        .getShardIterator(request.streamArn(streamArn).shardId(shard).build())
        .shardIterator();
  }
}
