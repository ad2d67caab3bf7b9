package callcentre.domain.calls;

import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call's events tell of it, in the form of all families (MightyCall reference 4.3 to 4.6).
 */
final class EventDetails {

  /** A row holds so many parties (docs/tables.md, {@code call_history}). */
  private static final int MOST_LEGS = 40;

  private final EventTimes times;
  private final Party from;
  private final Party to;
  private final Direction direction;

  private EventDetails(EventFact fact) {
    this.times = fact.times();
    this.from = fact.from();
    this.to = fact.to();
    this.direction = direction();
  }

  static CallDetails of(EventFact fact) {
    return new EventDetails(fact).details();
  }

  private CallDetails details() {
    return new CallDetails(
        direction,
        status(),
        caller(),
        legs(),
        businessNumber(),
        times.started(),
        times.connected(),
        duration(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Colleagues are rung by events of incoming calls in every kind of call, so those say least. A
   * call to a colleague has the extension as its other end.
   */
  private Direction direction() {
    if (to.isColleague()) {
      return Direction.INTERNAL;
    }
    if (times.has(EventFamily.CALLBACK)) {
      return Direction.CALLBACK;
    }
    return times.has(EventFamily.OUTGOING) ? Direction.OUTGOING : Direction.INCOMING;
  }

  private CallStatus status() {
    boolean answered = times.connected().isPresent();
    boolean ended = times.ended().isPresent();
    return switch (direction) {
      case OUTGOING, INTERNAL -> {
        if (ended) {
          yield answered ? CallStatus.CONNECTED : CallStatus.NO_ANSWER;
        }
        yield answered ? CallStatus.ON_CALL : CallStatus.DIALING;
      }
      case INCOMING, CALLBACK, UNKNOWN -> {
        if (ended) {
          yield answered ? CallStatus.CONNECTED : CallStatus.MISSED;
        }
        yield answered ? CallStatus.ON_CALL : CallStatus.RINGING;
      }
    };
  }

  private Party caller() {
    return switch (direction) {
      case OUTGOING, INTERNAL ->
          times
              .firstNamed(EventFamily.OUTGOING)
              .map(extension -> Party.extension(extension, Optional.empty()))
              .orElse(from);
      case CALLBACK -> from.kind() == PartyKind.WIDGET ? from : to;
      case INCOMING, UNKNOWN -> from;
    };
  }

  private Optional<PhoneNumber> businessNumber() {
    return switch (direction) {
      case OUTGOING, INTERNAL -> from.phone();
      case CALLBACK -> from.kind() == PartyKind.WIDGET ? to.phone() : from.phone();
      case INCOMING, UNKNOWN -> to.phone();
    };
  }

  private List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    if (direction == Direction.OUTGOING) {
      boolean reached = times.has(EventFamily.OUTGOING, EventStep.CONNECTED);
      legs.add(new Leg(to, reached, reached));
    }
    if (direction == Direction.INTERNAL && !times.colleagues().contains(called())) {
      // Whether only the caller's or only the other's events came: both talk, or none.
      boolean reached = times.connected().isPresent();
      legs.add(new Leg(to, reached, reached));
    }
    Optional<Extension> caller = caller().extension();
    for (Extension colleague : times.colleagues()) {
      if (caller.filter(colleague::equals).isEmpty()) {
        boolean talked = times.first(EventStep.CONNECTED, colleague).isPresent();
        boolean first = talked && legs.stream().noneMatch(Leg::connected);
        legs.add(new Leg(Party.extension(colleague, Optional.empty()), talked, first));
      }
    }
    return legs.subList(0, Math.min(legs.size(), MOST_LEGS));
  }

  private Extension called() {
    return to.extension().orElseThrow();
  }

  /**
   * From the first answer to the end; nothing where an end of a talk came without its beginning.
   */
  private Optional<Duration> duration() {
    Optional<Instant> connected = times.connected();
    return times
        .ended()
        .flatMap(
            end ->
                connected.isEmpty()
                    ? Optional.of(Duration.ZERO)
                    : connected.map(at -> Duration.between(at, end)))
        .filter(length -> !length.isNegative());
  }
}
