package callcentre.functions.callprojector;

import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventReading;
import callcentre.domain.events.EventStep;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.projection.Projected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that calls are over, so that the schedule has their details fetched. The full minute after
 * the end is noted: it serves for every call that ends until then, so a process makes at most one
 * note a minute.
 */
final class EndedCalls {

  private static final Logger LOG = LoggerFactory.getLogger(EndedCalls.class);

  private final WebhookStateRepository states;
  private final InstantSource clock;
  private Instant noted = Instant.MIN;

  EndedCalls(WebhookStateRepository states, InstantSource clock) {
    this.states = states;
    this.clock = clock;
  }

  /** Notes the latest end of a batch, if it is news: at most 1 request. */
  synchronized void note(List<Projected> batch) {
    Optional<Instant> by =
        batch.stream()
            .flatMap(event -> end(event).stream())
            .max(Comparator.naturalOrder())
            .map(this::fullMinute)
            .filter(minute -> minute.isAfter(noted));
    try {
      by.ifPresent(states::ended);
      by.ifPresent(minute -> noted = minute);
    } catch (SdkException notNoted) {
      LOG.atWarn()
          .setCause(notNoted)
          .log("projector: rows are kept; details of ended calls come with the usual pull");
    }
  }

  private static Optional<Instant> end(Projected projected) {
    return projected instanceof Projected.Stored stored
            && EventReading.of(stored.event().event().notice())
                instanceof EventReading.Understood(CallEvent event)
            && event.mark().step() == EventStep.ENDED
        ? Optional.of(event.at())
        : Optional.empty();
  }

  /** A time that is still to come would hide the ends before it. */
  private Instant fullMinute(Instant end) {
    Instant now = clock.instant();
    Instant known = end.isAfter(now) ? now : end;
    Instant minute = known.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(known) ? known : minute.plus(Duration.ofMinutes(1));
  }
}
