package callcentre.domain.calls;

import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a provider's family tells of a call, in one form for all families.
 *
 * @param direction as {@link Directions#decide} finds it; {@link Direction#UNKNOWN} says nothing
 * @param status {@link CallStatus#UNKNOWN} says nothing
 * @param caller who started it; anonymous when the family does not say
 * @param legs who was dialled, in the provider's order; of the journal: its client or its agents
 * @param businessNumber the account's number of the call; internal calls may have none
 * @param startedAt when the call was registered
 * @param connectedAt when somebody first answered (the journal's {@code respondedAt})
 * @param duration how long it was talked; zero for a missed call; empty while it is not known
 * @param agent whom the family itself names as the agent; only the journal does
 * @param recording empty when the family says nothing of it
 */
public record CallDetails(
    Direction direction,
    CallStatus status,
    Party caller,
    List<Leg> legs,
    Optional<PhoneNumber> businessNumber,
    Instant startedAt,
    Optional<Instant> connectedAt,
    Optional<Duration> duration,
    Optional<Agent> agent,
    Optional<Recording> recording) {

  public CallDetails {
    legs = List.copyOf(legs);
    if (duration.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("a call does not last " + duration.get());
    }
  }

  /** The two ends as this family alone knows them. */
  public CallEnds ends() {
    return CallEnds.of(direction, caller, legs, businessNumber);
  }

  /** The same without the recording's link, which changes from answer to answer. */
  CallDetails withoutLink() {
    return new CallDetails(
        direction,
        status,
        caller,
        legs,
        businessNumber,
        startedAt,
        connectedAt,
        duration,
        agent,
        recording.map(Recording::withoutLink));
  }
}
