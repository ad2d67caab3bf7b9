package callcentre.functions.userstatus;

import callcentre.domain.presence.PresenceInterval;
import callcentre.domain.presence.PresenceState;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a user did in a time.
 *
 * @param timeInState seconds by state; what is missing of the time is unknown
 * @param occupancy the share of calls and what belongs to them in the time in which calls could be
 *     taken, 0 to 1; empty when there was none
 */
record HistoryView(
    @JsonProperty("userId") String userId,
    Instant from,
    Instant to,
    List<IntervalView> intervals,
    Map<String, Double> timeInState,
    Optional<Double> occupancy,
    Instant asOf) {

  private static final Set<PresenceState> BUSY =
      EnumSet.of(
          PresenceState.ON_CALL,
          PresenceState.ON_HOLD,
          PresenceState.DIALING,
          PresenceState.RINGING,
          PresenceState.WRAP_UP);

  /** A time in one state, cut to what was asked for. */
  record IntervalView(
      String state, String source, Instant from, Instant to, double durationSeconds) {

    static IntervalView of(PresenceInterval interval) {
      return new IntervalView(
          interval.state().wireName(),
          interval.source().wireName(),
          interval.from(),
          interval.to(),
          seconds(length(interval)));
    }
  }

  static HistoryView of(
      String userId, Instant from, Instant to, List<PresenceInterval> intervals, Instant asOf) {
    Map<PresenceState, Duration> sums = new EnumMap<>(PresenceState.class);
    intervals.forEach(interval -> sums.merge(interval.state(), length(interval), Duration::plus));
    Map<String, Double> timeInState = new TreeMap<>();
    sums.forEach((state, time) -> timeInState.put(state.wireName(), seconds(time)));
    return new HistoryView(
        userId,
        from,
        to,
        intervals.stream().map(IntervalView::of).toList(),
        timeInState,
        occupancy(sums),
        asOf);
  }

  private static Optional<Double> occupancy(Map<PresenceState, Duration> sums) {
    Duration busy =
        sums.entrySet().stream()
            .filter(state -> BUSY.contains(state.getKey()))
            .map(Map.Entry::getValue)
            .reduce(Duration.ZERO, Duration::plus);
    Duration able = busy.plus(sums.getOrDefault(PresenceState.AVAILABLE, Duration.ZERO));
    return able.isZero() ? Optional.empty() : Optional.of(seconds(busy) / seconds(able));
  }

  private static Duration length(PresenceInterval interval) {
    return Duration.between(interval.from(), interval.to());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
