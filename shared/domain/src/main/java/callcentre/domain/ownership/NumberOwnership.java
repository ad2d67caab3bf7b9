package callcentre.domain.ownership;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who owned a number when. A row of the system belongs to the organisation that owned its business
 * number when the row started, and this is looked up at read: nothing is rewritten when a number
 * moves, and the new owner does not see the past of the old one.
 *
 * @param number the business number
 * @param intervals in order of time, without overlap; at most the last one is open
 */
public record NumberOwnership(PhoneNumber number, List<OwnedInterval> intervals) {

  /** Where a first assignment starts: before anything the system can hold. */
  public static final Instant BEGINNING = Instant.EPOCH;

  public NumberOwnership {
    intervals =
        intervals.stream().sorted(Comparator.comparing(owned -> owned.interval().from())).toList();
    for (int next = 1; next < intervals.size(); next++) {
      Optional<Instant> end = intervals.get(next - 1).interval().to();
      if (end.isEmpty() || end.get().isAfter(intervals.get(next).interval().from())) {
        throw new IllegalArgumentException("intervals of " + number + " overlap");
      }
    }
  }

  /** A number that nobody ever owned. */
  public static NumberOwnership none(PhoneNumber number) {
    return new NumberOwnership(number, List.of());
  }

  public Optional<OrganisationId> ownerAt(Instant at) {
    return intervals.stream()
        .filter(owned -> owned.interval().contains(at))
        .map(OwnedInterval::organisation)
        .findFirst();
  }

  /**
   * Who owned it without a break: the owner of what is added up over a stretch of time.
   *
   * @param to the first instant that does not belong to the stretch
   * @return empty also when it moved meanwhile
   */
  public Optional<OrganisationId> ownerThroughout(Instant from, Instant to) {
    return intervals.stream()
        .filter(owned -> owned.interval().contains(from))
        .filter(owned -> owned.interval().to().filter(to::isAfter).isEmpty())
        .map(OwnedInterval::organisation)
        .findFirst();
  }

  /** The owner whose interval still lasts. */
  public Optional<OrganisationId> currentOwner() {
    return intervals.isEmpty()
        ? Optional.empty()
        : Optional.of(intervals.getLast())
            .filter(owned -> owned.interval().isOpen())
            .map(OwnedInterval::organisation);
  }

  /**
   * The ownership after an assignment. The first one of a number reaches back to {@link
   * #BEGINNING}, a later one starts now; an explicit start is a correction and replaces whatever
   * was recorded from that instant on.
   *
   * @param owner the new owner; empty leaves the number unassigned
   * @param effectiveFrom an explicit start, not in the future
   * @param now the time of the change
   * @return this very ownership when the assignment changes nothing
   * @throws InvalidAssignmentException when the explicit start is in the future or before {@link
   *     #BEGINNING}
   */
  public NumberOwnership assign(
      Optional<OrganisationId> owner, Optional<Instant> effectiveFrom, Instant now) {
    effectiveFrom.ifPresent(start -> requirePast(start, now));
    if (effectiveFrom.isEmpty() && owner.equals(currentOwner())) {
      return this;
    }
    Instant start = effectiveFrom.orElse(intervals.isEmpty() ? BEGINNING : now);
    List<OwnedInterval> changed = new ArrayList<>(cutAt(start));
    owner.ifPresent(organisation -> append(changed, organisation, start));
    NumberOwnership after = new NumberOwnership(number, changed);
    return after.equals(this) ? this : after;
  }

  private List<OwnedInterval> cutAt(Instant start) {
    List<OwnedInterval> kept = new ArrayList<>();
    for (OwnedInterval owned : intervals) {
      Interval interval = owned.interval();
      if (!interval.from().isBefore(start)) {
        continue;
      }
      Optional<Instant> end =
          interval.to().filter(known -> known.isBefore(start)).or(() -> Optional.of(start));
      kept.add(new OwnedInterval(owned.organisation(), new Interval(interval.from(), end)));
    }
    return kept;
  }

  private static void append(
      List<OwnedInterval> intervals, OrganisationId organisation, Instant start) {
    if (!intervals.isEmpty()) {
      OwnedInterval last = intervals.getLast();
      boolean continues = last.interval().to().filter(start::equals).isPresent();
      if (continues && last.organisation().equals(organisation)) {
        intervals.removeLast();
        intervals.add(new OwnedInterval(organisation, Interval.since(last.interval().from())));
        return;
      }
    }
    intervals.add(new OwnedInterval(organisation, Interval.since(start)));
  }

  private static void requirePast(Instant start, Instant now) {
    if (start.isAfter(now)) {
      throw new InvalidAssignmentException("effectiveFrom must not be in the future");
    }
    if (start.isBefore(BEGINNING)) {
      throw new InvalidAssignmentException("effectiveFrom must not be before 1970-01-01");
    }
  }
}
