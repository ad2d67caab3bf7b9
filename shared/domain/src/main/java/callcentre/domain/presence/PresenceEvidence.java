package callcentre.domain.presence;

import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a colleague's doing: the reduced times of its latest calls, and its latest
 * statuses. Joining is commutative, associative and idempotent, so events in any order, any number
 * of times, are the same presence. Only events and statuses come in: a listed call has no way.
 *
 * @param calls by the call's GUID, at most {@link #MOST_CALLS}: those that began last
 * @param statuses at most {@link #MOST_STATUSES}: the newest
 */
public record PresenceEvidence(
    Extension extension, SortedMap<String, EventTimes> calls, SortedSet<StatusFact> statuses) {

  /** More than anybody takes within the hours that a talk can last. */
  public static final int MOST_CALLS = 24;

  /** As {@link #MOST_CALLS}. */
  public static final int MOST_STATUSES = 24;

  public PresenceEvidence {
    SortedMap<String, EventTimes> kept = new TreeMap<>(calls);
    while (kept.size() > MOST_CALLS) {
      kept.remove(oldest(kept));
    }
    calls = Collections.unmodifiableSortedMap(kept);
    SortedSet<StatusFact> newest = new TreeSet<>(statuses);
    while (newest.size() > MOST_STATUSES) {
      newest.remove(newest.first());
    }
    statuses = Collections.unmodifiableSortedSet(newest);
  }

  /** Nothing is known of this colleague. */
  public static PresenceEvidence none(Extension extension) {
    return new PresenceEvidence(extension, new TreeMap<>(), new TreeSet<>());
  }

  /**
   * The same with what a call's events say.
   *
   * @param callId the call's GUID in lower case
   * @param times of the whole call; if they do not name this colleague, nothing changes
   */
  public PresenceEvidence with(String callId, EventTimes times) {
    return CallLeg.of(extension, times)
        .map(
            leg ->
                join(
                    new PresenceEvidence(
                        extension, new TreeMap<>(Map.of(callId, leg)), new TreeSet<>())))
        .orElse(this);
  }

  /** The same with a status. */
  public PresenceEvidence with(StatusFact status) {
    return join(new PresenceEvidence(extension, new TreeMap<>(), new TreeSet<>(List.of(status))));
  }

  /** Both together. */
  public PresenceEvidence join(PresenceEvidence other) {
    return new PresenceEvidence(extension, bothCalls(other), bothStatuses(other));
  }

  /** What the colleague does at this moment, as far as it is known. */
  public Presence at(Instant moment, PresenceRules rules) {
    return intervals(rules).stream()
        .filter(interval -> interval.contains(moment))
        .findFirst()
        .map(PresenceInterval::presence)
        .orElse(Presence.UNKNOWN);
  }

  /** The status that is still good at this moment. */
  public Optional<StatusFact> statusAt(Instant moment, PresenceRules rules) {
    return statuses.stream()
        .filter(fact -> !fact.observedAt().isAfter(moment))
        .reduce((older, newer) -> newer)
        .filter(fact -> moment.isBefore(fact.observedAt().plus(rules.status())));
  }

  /**
   * What the colleague did and will do if nothing else is told, in order of time and without
   * overlap; in between nothing is known. The last ends by itself (see {@link PresenceRules}).
   */
  public List<PresenceInterval> intervals(PresenceRules rules) {
    return intervals(calls, statuses, rules);
  }

  /**
   * The intervals of both together, before anything is given up: so a history that is written with
   * each addition misses nothing, however much came, and an addition that is too old to be kept is
   * in it all the same.
   */
  public List<PresenceInterval> intervalsWith(PresenceEvidence addition, PresenceRules rules) {
    return intervals(bothCalls(addition), bothStatuses(addition), rules);
  }

  private List<PresenceInterval> intervals(
      SortedMap<String, EventTimes> ofCalls,
      SortedSet<StatusFact> ofStatuses,
      PresenceRules rules) {
    List<PresenceInterval> told = new ArrayList<>(ofStatuses(ofStatuses, rules));
    ofCalls.values().forEach(times -> told.addAll(new CallLeg(extension, times).intervals(rules)));
    return Layers.flatten(told);
  }

  private SortedMap<String, EventTimes> bothCalls(PresenceEvidence other) {
    SortedMap<String, EventTimes> both = new TreeMap<>(calls);
    other.calls.forEach((call, times) -> both.merge(call, times, EventTimes::join));
    return both;
  }

  private SortedSet<StatusFact> bothStatuses(PresenceEvidence other) {
    SortedSet<StatusFact> both = new TreeSet<>(statuses);
    both.addAll(other.statuses);
    return both;
  }

  private static List<PresenceInterval> ofStatuses(
      SortedSet<StatusFact> statuses, PresenceRules rules) {
    List<PresenceInterval> intervals = new ArrayList<>();
    List<StatusFact> facts = List.copyOf(statuses);
    for (int i = 0; i < facts.size(); i++) {
      StatusFact fact = facts.get(i);
      Instant end = fact.observedAt().plus(rules.status());
      Instant next = i + 1 < facts.size() ? facts.get(i + 1).observedAt() : end;
      if (fact.observedAt().isBefore(next)) {
        PresenceState state =
            switch (fact.status()) {
              case AVAILABLE -> PresenceState.AVAILABLE;
              case DND -> PresenceState.DND;
            };
        intervals.add(
            new PresenceInterval(
                state, fact.source(), fact.observedAt(), next.isBefore(end) ? next : end));
      }
    }
    return intervals;
  }

  private static String oldest(SortedMap<String, EventTimes> calls) {
    return calls.keySet().stream()
        .min(
            Comparator.comparing((String call) -> startOf(calls, call))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Instant startOf(SortedMap<String, EventTimes> calls, String call) {
    return Objects.requireNonNull(calls.get(call)).started();
  }
}
