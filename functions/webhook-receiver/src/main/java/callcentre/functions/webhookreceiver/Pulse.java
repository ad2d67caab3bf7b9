package callcentre.functions.webhookreceiver;

import callcentre.storage.events.WebhookStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Notes that the provider calls us, so seldom that an event costs one write. */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final WebhookStateRepository states;
  private final InstantSource clock;
  private Instant nextHeard = Instant.MIN;
  private Instant nextTried = Instant.MIN;

  Pulse(WebhookStateRepository states, InstantSource clock) {
    this.states = states;
    this.clock = clock;
  }

  /** An event came and is kept. */
  synchronized void heard() {
    Instant now = clock.instant();
    if (!now.isBefore(nextHeard)) {
      nextHeard = now.plus(BETWEEN_NOTES);
      note(() -> states.heard(now));
    }
  }

  /** The address was tried. */
  synchronized void tried() {
    Instant now = clock.instant();
    if (!now.isBefore(nextTried)) {
      nextTried = now.plus(BETWEEN_NOTES);
      note(() -> states.tried(now));
    }
  }

  /** The sender is owed an answer for its event, not for our note. */
  private static void note(Runnable write) {
    try {
      write.run();
    } catch (SdkException notNoted) {
      LOG.atWarn()
          .setCause(notNoted)
          .log("webhook: the status will show an older time; nothing else is lost");
    }
  }
}
