package callcentre.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's time: real time moved by an offset, or standing still. Token lives, the daily
 * limit and the dates in answers follow it, so a test reaches tomorrow without waiting.
 */
public final class SimulatorClock implements InstantSource {

  private final InstantSource realTime;
  private Duration offset = Duration.ZERO;
  private @Nullable Instant frozenAt;

  /** A clock that starts in step with {@code realTime}. */
  public SimulatorClock(InstantSource realTime) {
    this.realTime = realTime;
  }

  @Override
  public synchronized Instant instant() {
    return frozenAt != null ? frozenAt : realTime.instant().plus(offset);
  }

  /** Makes it {@code now}; a running clock runs on from there, a frozen one stands there. */
  public synchronized void setNow(Instant now) {
    if (frozenAt != null) {
      frozenAt = now;
    } else {
      offset = Duration.between(realTime.instant(), now);
    }
  }

  /** Moves the clock by {@code amount}, backwards when it is negative. */
  public synchronized void advance(Duration amount) {
    setNow(instant().plus(amount));
  }

  /** Stops the clock at its present instant; a stopped clock stays where it is. */
  public synchronized void freeze() {
    frozenAt = instant();
  }

  /** Lets a stopped clock run on from where it stands. */
  public synchronized void unfreeze() {
    if (frozenAt != null) {
      Instant standing = frozenAt;
      frozenAt = null;
      setNow(standing);
    }
  }

  /** Whether the clock stands still. */
  public synchronized boolean frozen() {
    return frozenAt != null;
  }

  /** Back in step with real time. */
  public synchronized void reset() {
    frozenAt = null;
    offset = Duration.ZERO;
  }
}
