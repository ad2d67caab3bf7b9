package callcentre.domain.messages.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When somebody has to look at a message again, if nothing happens to it before. */
final class DueTimes {

  /** A queue delivers sooner, unless its message was lost between the row and the queue. */
  static final Duration ON_QUEUE = Duration.ofMinutes(15);

  /**
   * How long after its claim an unknown message is compared with the journal. The journal is pulled
   * every few minutes; after the last comparison a person decides.
   */
  private static final List<Duration> SETTLING =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private DueTimes() {}

  /** Empty when nothing is left to do. */
  static Optional<Instant> of(OutgoingMessage message) {
    return switch (message.state()) {
      case QUEUED -> Optional.of(message.changedAt().plus(ON_QUEUE));
      case SCHEDULED -> message.notBefore();
      case SENDING -> message.attempt().map(Attempt::endsAt);
      case UNKNOWN -> settling(message);
      case SENT, FAILED, CANCELED, RECEIVED -> Optional.empty();
    };
  }

  /** The next comparison after the last one, which {@code changedAt} tells. */
  private static Optional<Instant> settling(OutgoingMessage message) {
    Instant claimed = message.attempt().map(Attempt::claimedAt).orElse(message.acceptedAt());
    return SETTLING.stream()
        .map(claimed::plus)
        .filter(at -> at.isAfter(message.changedAt()))
        .findFirst();
  }
}
