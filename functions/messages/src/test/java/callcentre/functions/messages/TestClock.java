package callcentre.functions.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
final class TestClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
