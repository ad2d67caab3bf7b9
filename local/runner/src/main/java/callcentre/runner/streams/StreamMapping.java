package callcentre.runner.streams;

import java.time.Duration;
import java.util.Optional;

/**
 * A declared event source mapping of a table's stream. A shard has one batch at a time, in order.
 *
 * @param streamArn the stream, as DynamoDB names it
 * @param batchSize 1..1,000: what one request to a stream gives at most
 * @param window how long records are gathered (MaximumBatchingWindowInSeconds); zero: not at all
 * @param fromBeginning whether what was in the stream before the mapping is delivered
 *     (TRIM_HORIZON), or not (LATEST)
 * @param filter which records are delivered
 * @param failures what happens to a batch that fails
 */
public record StreamMapping(
    String streamArn,
    String function,
    int batchSize,
    Duration window,
    boolean fromBeginning,
    StreamFilter filter,
    Failures failures) {

  public StreamMapping {
    if (batchSize < 1 || batchSize > 1_000) {
      throw new IllegalArgumentException("BatchSize is 1 to 1000 here, not " + batchSize);
    }
  }

  /**
   * What happens to a batch that fails.
   *
   * @param partial whether the function names the records that failed (ReportBatchItemFailures)
   * @param bisect whether a failed batch is cut in two (BisectBatchOnFunctionError)
   * @param retries how often a batch is tried again (MaximumRetryAttempts); empty: until it
   *     succeeds
   * @param queueArn where the positions of what never succeeded go (OnFailure)
   */
  public record Failures(
      boolean partial, boolean bisect, Optional<Integer> retries, Optional<String> queueArn) {}
}
