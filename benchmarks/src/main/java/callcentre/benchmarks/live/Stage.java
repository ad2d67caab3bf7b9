package callcentre.benchmarks.live;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a call has come, as its events say (MightyCall reference 4.4) and as its row shows.
 * Ringing is told by an event too, but a row that came in rings already: nothing shows that event.
 */
enum Stage {
  BEGUN("IncomingCall", "ringing"),
  ANSWERED("IncomingCallConnected", "on_call"),
  ENDED("IncomingCallCompleted", "connected");

  private final String event;
  private final String status;

  Stage(String event, String status) {
    this.event = event;
    this.status = status;
  }

  static Optional<Stage> ofEvent(String type) {
    return Arrays.stream(values()).filter(stage -> stage.event.equals(type)).findFirst();
  }

  static Optional<Stage> ofStatus(String wireName) {
    return Arrays.stream(values()).filter(stage -> stage.status.equals(wireName)).findFirst();
  }
}
