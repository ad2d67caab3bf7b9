package callcentre.functions.userstatus;

import callcentre.api.access.Access;
import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.access.VisibleUsers;
import callcentre.api.problem.ApiException;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.User;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceInterval;
import callcentre.storage.Versioned;
import callcentre.storage.people.UserRepository;
import callcentre.storage.presence.PresenceRepository;
import callcentre.views.PresenceView;
import callcentre.views.PresenceView.Person;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what colleagues do. Nothing here is asked of the provider. */
@Singleton
final class Floor {

  private final UserRepository users;
  private final PresenceRepository presences;
  private final InstantSource clock;

  Floor(UserRepository users, PresenceRepository presences, InstantSource clock) {
    this.users = users;
    this.presences = presences;
    this.clock = clock;
  }

  /** Everybody with an extension whom the caller may see: 2 requests. */
  List<PresenceView> visibleTo(Caller caller) {
    VisibleUsers visible = new VisibleUsers(caller);
    Instant now = clock.instant();
    Map<Extension, PresenceEvidence> known = new HashMap<>();
    presences.floor().forEach(evidence -> known.put(evidence.extension(), evidence));
    List<PresenceView> floor = new ArrayList<>();
    for (User user : users.all()) {
      Person person = Person.of(user);
      if (visible.sees(user) && person.extension().isPresent()) {
        Extension extension = person.extension().get();
        PresenceEvidence evidence = known.getOrDefault(extension, PresenceEvidence.none(extension));
        floor.add(PresenceView.of(person, evidence, now));
      }
    }
    return floor;
  }

  /** One of them: 2 requests. */
  PresenceView of(String userId, Caller caller) {
    Person person = person(userId, caller);
    Instant now = clock.instant();
    return person
        .extension()
        .map(extension -> PresenceView.of(person, presences.find(extension), now))
        .orElseGet(() -> PresenceView.unknown(person, now));
  }

  /**
   * Whom a path names.
   *
   * @throws ApiException 404 when the caller may not know of that user
   */
  Person person(String userId, Caller caller) {
    Principal principal = caller.principal();
    return visible(userId, caller)
        .map(Person::of)
        .or(
            () ->
                Optional.of(new Person(userId, principal.displayName(), principal.extension()))
                    .filter(self -> principal.is(userId)))
        .orElseThrow(() -> ApiException.notFound("user"));
  }

  /**
   * What a user did at the extensions that it had then, cut to the time: 1 request, and 2 per
   * extension.
   */
  HistoryView history(String userId, Instant from, Instant to, Caller caller) {
    Person person = person(userId, caller);
    Instant now = clock.instant();
    Instant end = to.isBefore(now) ? to : now;
    List<PresenceInterval> intervals = new ArrayList<>();
    for (ExtensionAssignment had : assignments(userId, caller)) {
      Instant begin = later(from, had.interval().from());
      Instant over = had.interval().to().filter(until -> until.isBefore(end)).orElse(end);
      if (begin.isBefore(over)) {
        presences.history(had.extension(), begin, over).stream()
            .map(interval -> cut(interval, begin, over))
            .forEach(intervals::add);
      }
    }
    return HistoryView.of(person.userId(), from, to, intervals, now);
  }

  private List<ExtensionAssignment> assignments(String userId, Caller caller) {
    return visible(userId, caller).map(User::extensions).orElse(List.of());
  }

  private Optional<User> visible(String userId, Caller caller) {
    Optional<Versioned<User>> row = users.find(userId);
    boolean onlySelf = caller.access() == Access.SELF && !caller.principal().is(userId);
    return onlySelf
        ? Optional.empty()
        : row.map(Versioned::value).filter(new VisibleUsers(caller)::sees);
  }

  private static PresenceInterval cut(PresenceInterval interval, Instant from, Instant to) {
    return new PresenceInterval(
        interval.state(),
        interval.source(),
        later(interval.from(), from),
        interval.to().isBefore(to) ? interval.to() : to);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
