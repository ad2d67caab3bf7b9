package callcentre.domain.presence;

import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventSpan;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events of one call say of one colleague. */
final class CallLeg {

  private final Extension extension;
  private final EventTimes times;

  CallLeg(Extension extension, EventTimes times) {
    this.extension = extension;
    this.times = times;
  }

  /** Of a call's times those that concern a colleague; empty when none names the colleague. */
  static Optional<EventTimes> of(Extension extension, EventTimes call) {
    if (call.spans().keySet().stream().noneMatch(mark -> names(mark, extension))) {
      return Optional.empty();
    }
    SortedMap<EventMark, EventSpan> concerning = new TreeMap<>();
    call.spans()
        .forEach(
            (mark, span) -> {
              // Whoever calls a colleague is told nothing when that one answers (reference 4.5).
              boolean ofAll = mark.step() == EventStep.ENDED || mark.step() == EventStep.CONNECTED;
              if (ofAll || names(mark, extension)) {
                concerning.put(mark, span);
              }
            });
    return Optional.of(new EventTimes(concerning));
  }

  /** The times in each state, which may overlap. */
  List<PresenceInterval> intervals(PresenceRules rules) {
    List<PresenceInterval> intervals = new ArrayList<>();
    Optional<Instant> talked = talked();
    Optional<Instant> left = left();
    first(EventStep.STARTED)
        .ifPresent(
            begun ->
                add(
                    intervals,
                    PresenceState.DIALING,
                    begun,
                    earliest(talked, left, Optional.of(begun.plus(rules.ringing())))));
    first(EventStep.RINGING)
        .ifPresent(
            rung ->
                add(
                    intervals,
                    isDialling() ? PresenceState.DIALING : PresenceState.RINGING,
                    rung,
                    earliest(
                        talked.filter(at -> !at.isBefore(rung)),
                        earlierOf(left, silent()),
                        last(EventStep.RINGING).map(again -> again.plus(rules.ringing())))));
    talked.ifPresent(
        begun -> {
          Instant mayLast = begun.plus(rules.talk());
          Instant end = left.filter(at -> at.isBefore(mayLast)).orElse(mayLast);
          add(intervals, PresenceState.ON_CALL, begun, end);
          left.filter(at -> at.isAfter(begun))
              .ifPresent(over -> wrapUp(intervals, over, rules.wrapUp()));
        });
    return intervals;
  }

  private static void wrapUp(List<PresenceInterval> intervals, Instant over, Duration time) {
    add(intervals, PresenceState.WRAP_UP, over, over.plus(time));
  }

  private static void add(
      List<PresenceInterval> intervals, PresenceState state, Instant from, Instant to) {
    // What is told of a time after the end changes nothing: a call that is over stays over.
    if (from.isBefore(to)) {
      intervals.add(new PresenceInterval(state, PresenceSource.EVENTS, from, to));
    }
  }

  private Optional<Instant> talked() {
    boolean caller = first(EventStep.STARTED).isPresent();
    return caller ? times.connected() : first(EventStep.CONNECTED);
  }

  /** When the colleague was out of the call: its own end, unless it came back, or the call's. */
  private Optional<Instant> left() {
    Optional<Instant> again = last(EventStep.CONNECTED);
    Optional<Instant> own =
        last(EventStep.LEG_ENDED).filter(end -> again.isEmpty() || !again.get().isAfter(end));
    return earlierOf(own, times.ended());
  }

  /** When the phone was silent and stayed so. */
  private Optional<Instant> silent() {
    Optional<Instant> again = last(EventStep.RINGING);
    return last(EventStep.STOPPED_RINGING)
        .filter(end -> again.isEmpty() || !again.get().isAfter(end));
  }

  private boolean isDialling() {
    return times.has(EventFamily.OUTGOING, EventStep.RINGING);
  }

  private Optional<Instant> first(EventStep step) {
    return times.first(step, extension);
  }

  private Optional<Instant> last(EventStep step) {
    return times.last(step, extension);
  }

  private static boolean names(EventMark mark, Extension extension) {
    return mark.extension().filter(extension::equals).isPresent();
  }

  private static Optional<Instant> earlierOf(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.filter(at -> at.isBefore(one.get())).isPresent() ? other : one;
  }

  private static Instant earliest(
      Optional<Instant> one, Optional<Instant> other, Optional<Instant> atMost) {
    return earlierOf(earlierOf(one, other), atMost).orElseThrow();
  }
}
