package callcentre.domain.calls;

import java.util.List;
import java.util.Optional;

/**
 * Whose call it is (lessons: "outgoing calls without an agent"). Outgoing and internal: the
 * caller's extension. Incoming and call-back: the extension that talked first. Nobody talked: no
 * agent.
 */
final class Attribution {

  private Attribution() {}

  /**
   * @param direction what the row shows
   * @param status what the row shows
   * @param details of one source
   */
  static Optional<Agent> agent(Direction direction, CallStatus status, CallDetails details) {
    return switch (direction) {
      case OUTGOING, INTERNAL -> colleague(details.caller()).or(details::agent);
      case INCOMING, CALLBACK, UNKNOWN ->
          status.isAnswered() ? firstTalker(details.legs()).or(details::agent) : Optional.empty();
    };
  }

  private static Optional<Agent> firstTalker(List<Leg> legs) {
    return legs.stream()
        .filter(leg -> leg.connected() && leg.first())
        .flatMap(leg -> colleague(leg.party()).stream())
        .findFirst()
        .or(
            () ->
                legs.stream()
                    .filter(Leg::connected)
                    .flatMap(leg -> colleague(leg.party()).stream())
                    .findFirst());
  }

  private static Optional<Agent> colleague(Party party) {
    return party.extension().map(extension -> new Agent(extension, party.name()));
  }
}
