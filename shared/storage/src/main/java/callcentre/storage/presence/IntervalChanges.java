package callcentre.storage.presence;

import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceInterval;
import callcentre.domain.presence.PresenceRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an addition to evidence changes of the history. What was made of evidence that was given up
 * long ago is no part of it, and stands.
 *
 * @param put intervals that are new, or end otherwise
 * @param deleted beginnings of intervals that are none any more
 */
record IntervalChanges(Extension extension, List<PresenceInterval> put, List<Instant> deleted) {

  static IntervalChanges between(PresenceEvidence before, PresenceEvidence addition) {
    return difference(
        before.extension(),
        before.intervals(PresenceRules.USUAL),
        before.intervalsWith(addition, PresenceRules.USUAL));
  }

  /**
   * The same for an addition that is too old to be kept: laid over what is stored.
   *
   * @param stored the intervals that meet the addition's time
   */
  static IntervalChanges over(List<PresenceInterval> stored, PresenceEvidence addition) {
    List<PresenceInterval> told = new ArrayList<>(PresenceInterval.inSequence(stored));
    List<PresenceInterval> own = addition.intervals(PresenceRules.USUAL);
    boolean says = !PresenceInterval.weightiest(told).equals(withOwn(told, own));
    return says
        ? difference(addition.extension(), stored, withOwn(told, own))
        : new IntervalChanges(addition.extension(), List.of(), List.of());
  }

  private static List<PresenceInterval> withOwn(
      List<PresenceInterval> told, List<PresenceInterval> own) {
    List<PresenceInterval> both = new ArrayList<>(told);
    both.addAll(own);
    return PresenceInterval.weightiest(both);
  }

  private static IntervalChanges difference(
      Extension extension, List<PresenceInterval> old, List<PresenceInterval> wanted) {
    Set<PresenceInterval> known = new HashSet<>(old);
    Set<Instant> begun = new HashSet<>();
    wanted.forEach(interval -> begun.add(interval.from()));
    return new IntervalChanges(
        extension,
        wanted.stream().filter(interval -> !known.contains(interval)).toList(),
        old.stream().map(PresenceInterval::from).filter(from -> !begun.contains(from)).toList());
  }

  boolean isEmpty() {
    return put.isEmpty() && deleted.isEmpty();
  }
}
