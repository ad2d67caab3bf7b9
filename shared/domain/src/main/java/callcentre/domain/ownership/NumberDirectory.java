package callcentre.domain.ownership;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The ownership of every number of the account at one moment of reading. */
public final class NumberDirectory {

  private final Map<PhoneNumber, NumberOwnership> ownerships;

  private NumberDirectory(Map<PhoneNumber, NumberOwnership> ownerships) {
    this.ownerships = Map.copyOf(ownerships);
  }

  public static NumberDirectory of(Collection<NumberOwnership> ownerships) {
    Map<PhoneNumber, NumberOwnership> byNumber = new HashMap<>();
    ownerships.forEach(ownership -> byNumber.put(ownership.number(), ownership));
    return new NumberDirectory(byNumber);
  }

  public Optional<OrganisationId> ownerAt(PhoneNumber number, Instant at) {
    return ownership(number).ownerAt(at);
  }

  public Optional<OrganisationId> currentOwner(PhoneNumber number) {
    return ownership(number).currentOwner();
  }

  /** A number's ownership; nobody's when it was never assigned. */
  public NumberOwnership ownership(PhoneNumber number) {
    NumberOwnership known = ownerships.get(number);
    return known == null ? NumberOwnership.none(number) : known;
  }

  /** The numbers that one of the organisations owns now, in order. */
  public SortedSet<PhoneNumber> ownedNow(Set<OrganisationId> organisations) {
    SortedSet<PhoneNumber> owned = new TreeSet<>();
    ownerships.forEach(
        (number, ownership) -> {
          if (ownership.currentOwner().filter(organisations::contains).isPresent()) {
            owned.add(number);
          }
        });
    return owned;
  }

  /** Everything that the organisations own or owned. */
  public Scope.Owned scopeOf(Set<OrganisationId> organisations) {
    Map<PhoneNumber, List<Interval>> intervals = new HashMap<>();
    ownerships.forEach(
        (number, ownership) -> {
          for (OwnedInterval owned : ownership.intervals()) {
            if (organisations.contains(owned.organisation())) {
              intervals.computeIfAbsent(number, key -> new ArrayList<>()).add(owned.interval());
            }
          }
        });
    return new Scope.Owned(intervals);
  }
}
