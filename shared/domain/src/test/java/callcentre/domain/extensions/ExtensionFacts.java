package callcentre.domain.extensions;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts for the tests of this package. */
final class ExtensionFacts {

  static final Extension EXT_101 = new Extension("101");
  static final Extension EXT_102 = new Extension("102");
  static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  private ExtensionFacts() {}

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static ProfileFound found(Extension extension, String first, String last, Instant at) {
    Profile profile =
        new Profile(
            Optional.of(first),
            Optional.of(last),
            Optional.of(first.toLowerCase() + "@harbordental.example"),
            Optional.of(extension),
            Optional.of("user"));
    return new ProfileFound(extension, profile, at);
  }

  static Assigned assigned(Extension extension, String name, Instant at) {
    return new Assigned(extension, "sub-" + name, name, Optional.empty(), at);
  }

  static ExtensionEvidence evidence(ExtensionFact first, ExtensionFact... more) {
    ExtensionEvidence evidence = ExtensionEvidence.none(first.extension()).merge(first);
    for (ExtensionFact fact : more) {
      evidence = evidence.merge(fact);
    }
    return evidence;
  }

  static TeamUser member(String id, String fullName) {
    return new TeamUser(id, fullName, Optional.empty(), Optional.empty());
  }

  static Team team(TeamUser... users) {
    return new Team(List.of(users), List.of(), List.of());
  }

  /** Facts about one extension, few enough times and names for ties and repeats to occur. */
  static Arbitrary<ExtensionFact> factsAbout(Extension extension) {
    Arbitrary<Instant> times = Arbitraries.integers().between(0, 4).map(ExtensionFacts::minute);
    Arbitrary<String> names = Arbitraries.of("Maria", "Sam", "Jordan");
    return Arbitraries.oneOf(
        Combinators.combine(names, names, times).as((f, l, at) -> found(extension, f, l, at)),
        times.map(at -> new ProfileMissed(extension, at)),
        Combinators.combine(names, times).as((name, at) -> assigned(extension, name, at)),
        times.map(at -> new Unassigned(extension, at)));
  }
}
