package callcentre.functions.syncworker.pull;

import callcentre.client.CallContext;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One pull of one dataset.
 *
 * @param call on whose behalf the provider is asked, and until when
 * @param startedAt when it began: every fact it finds was observed then, because the provider's
 *     answer is at least that fresh
 * @param before where the dataset stood
 * @param job what it is part of
 * @param checkpoints remembers how far it came
 */
public record Pull(
    CallContext call,
    Instant startedAt,
    SyncState before,
    SyncJob job,
    Checkpoints checkpoints,
    InstantSource clock) {

  /** What storing the answers of a pull and its end may take, after the last answer. */
  public static final Duration TIME_TO_STORE = Duration.ofSeconds(15);

  /** A request that is begun with less time would most likely be made in vain. */
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(5);

  /**
   * To be asked before each request.
   *
   * @throws PullStoppedException when another request could not be answered and stored in time
   */
  public void requireTime() {
    if (call.deadline().remaining(clock).compareTo(TIME_TO_ANSWER) < 0) {
      throw PullStoppedException.outOfTime();
    }
  }

  /**
   * To be asked between the rows of an answer that takes long to store.
   *
   * @throws PullStoppedException when the time for answers is over, so that what is left suffices
   *     to say how far the pull came
   */
  public void requireTimeToStore() {
    if (!hasTimeToStore()) {
      throw PullStoppedException.outOfTime();
    }
  }

  /** Whether rows may still be stored; see {@link #requireTimeToStore}. */
  public boolean hasTimeToStore() {
    return !call.deadline().hasPassed(clock);
  }
}
