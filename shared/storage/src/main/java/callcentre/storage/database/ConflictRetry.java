package callcentre.storage.database;

import callcentre.storage.VersionConflictException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats a read-change-write when somebody else was faster. A conflict between transactions is
 * normal under load and the SDK does not retry it (DynamoDB developer guide, "Transaction conflict
 * handling").
 *
 * @param attempts at least 1, the first one included
 * @param random decides the length of each pause
 * @param pause waits; a test passes one that does not
 */
public record ConflictRetry(int attempts, RandomGenerator random, Consumer<Duration> pause) {

  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 320;
  private static final int ATTEMPTS = 10;
  private static final String NO_REASON = "None";
  private static final Set<String> PASSING_REASONS =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", NO_REASON);

  /** 10 attempts over about a second. */
  public static ConflictRetry standard() {
    return new ConflictRetry(
        ATTEMPTS,
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
          }
        },
        length -> LockSupport.parkNanos(length.toNanos()));
  }

  /**
   * Runs the attempt until it meets no conflict.
   *
   * @param attempt reads and writes anew each time it is called
   * @throws VersionConflictException when the last attempt met one too
   * @throws TransactionConflictException likewise
   * @throws TransactionCanceledException likewise, or at once when a condition of it failed
   */
  public <T> T run(Supplier<T> attempt) {
    for (int made = 1; ; made++) {
      try {
        return attempt.get();
      } catch (VersionConflictException | TransactionConflictException conflict) {
        if (made >= attempts) {
          throw conflict;
        }
      } catch (TransactionCanceledException cancelled) {
        if (made >= attempts || !isPassing(cancelled)) {
          throw cancelled;
        }
      }
      waitAfter(made);
    }
  }

  /**
   * Waits as long as it is due after so many vain attempts: a random part of a time that doubles.
   *
   * @param made 1 or more
   */
  public void waitAfter(int made) {
    pause.accept(pauseAfter(made));
  }

  /** Whether nothing but other transactions or throttling cancelled it. */
  public static boolean isPassing(TransactionCanceledException cancelled) {
    return cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .allMatch(reason -> reason.code() == null || PASSING_REASONS.contains(reason.code()));
  }

  private Duration pauseAfter(int made) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(made - 1, 10));
    return Duration.ofMillis(random.nextLong(most + 1));
  }
}
