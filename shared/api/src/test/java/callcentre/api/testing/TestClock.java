package callcentre.api.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands at 10:00 UTC on 2026-11-21 until a test moves it. */
public final class TestClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves it on. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
