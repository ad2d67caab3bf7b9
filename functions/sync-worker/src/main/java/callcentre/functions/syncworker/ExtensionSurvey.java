package callcentre.functions.syncworker;

import callcentre.client.error.MightyCallException;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ProbePlan;
import callcentre.domain.extensions.ProbeRange;
import callcentre.domain.extensions.Profile;
import callcentre.domain.extensions.Team;
import callcentre.domain.people.Extension;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.PullStoppedException;
import callcentre.functions.syncworker.pull.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks the provider who is where: team, own profile, then one request for each extension of the
 * plan. What it heard is kept when a later request fails, so that it can be stored.
 */
final class ExtensionSurvey {

  /** The most requests that one sync spends on probes. */
  static final int MOST_PROBES = 30;

  private final ProviderPeople provider;
  private final Pull pull;
  private final SortedMap<Extension, ExtensionEvidence> evidence = new TreeMap<>();
  private final List<ProfileMissed> misses = new ArrayList<>();
  private final Set<Extension> heard = new HashSet<>();
  private Optional<Team> team = Optional.empty();
  private Optional<Profile> ownProfile = Optional.empty();
  private boolean complete;
  private int postponed;

  /**
   * @param known everything that is stored, with this sync's assignments merged
   */
  ExtensionSurvey(ProviderPeople provider, Pull pull, Collection<ExtensionEvidence> known) {
    this.provider = provider;
    this.pull = pull;
    known.forEach(entry -> evidence.put(entry.extension(), entry));
  }

  /**
   * Asks everything.
   *
   * @return why it ended early; empty when everything was answered
   */
  Optional<RuntimeException> ask(Optional<ProbeRange> range, Tally tally) {
    try {
      askTeam();
      Set<Extension> answered = askOwnProfile(tally);
      ProbePlan plan =
          ProbePlan.of(evidence.values(), range, answered, MOST_PROBES, pull.startedAt());
      postponed = plan.postponed();
      for (Extension extension : plan.probes()) {
        probe(extension, tally);
      }
      complete = plan.everybodyAsked();
      return Optional.empty();
    } catch (MightyCallException | PullStoppedException stopped) {
      return Optional.of(stopped);
    }
  }

  /** What is known of every extension now. */
  Collection<ExtensionEvidence> evidence() {
    return evidence.values();
  }

  /** Whether the provider spoke of an extension in this survey. */
  boolean wasHeardOf(Extension extension) {
    return heard.contains(extension);
  }

  /** Whether anybody was ever at an extension. */
  boolean isKnown(Extension extension) {
    return Optional.ofNullable(evidence.get(extension))
        .filter(ExtensionEvidence::isKnown)
        .isPresent();
  }

  /** The probes that found nobody. */
  List<ProfileMissed> misses() {
    return List.copyOf(misses);
  }

  /** The team; empty when it did not answer. */
  Optional<Team> team() {
    return team;
  }

  /** The profile of the key's owner; empty when it did not answer. */
  Optional<Profile> ownProfile() {
    return ownProfile;
  }

  /** Whether no candidate is left that was never asked about: only then are names unique. */
  boolean isComplete() {
    return complete;
  }

  /** How many known extensions are left for later syncs. */
  int postponed() {
    return postponed;
  }

  private void askTeam() {
    pull.requireTime();
    team = Optional.of(provider.team(pull.call()));
  }

  private Set<Extension> askOwnProfile(Tally tally) {
    pull.requireTime();
    Profile own = provider.ownProfile(pull.call());
    ownProfile = Optional.of(own);
    Optional<Extension> extension = own.extension();
    extension.ifPresent(
        number -> {
          tally.fetched(1);
          learn(new ProfileFound(number, own, pull.startedAt()));
        });
    return extension.map(Set::of).orElse(Set.of());
  }

  private void probe(Extension extension, Tally tally) {
    pull.requireTime();
    Optional<Profile> profile = provider.profile(extension, pull.call());
    if (profile.isPresent()) {
      tally.fetched(1);
      learn(new ProfileFound(extension, profile.get(), pull.startedAt()));
    } else {
      ProfileMissed missed = new ProfileMissed(extension, pull.startedAt());
      misses.add(missed);
      learn(missed);
    }
  }

  private void learn(ExtensionFact fact) {
    heard.add(fact.extension());
    evidence.merge(
        fact.extension(),
        ExtensionEvidence.none(fact.extension()).merge(fact),
        (known, heard) -> known.merge(fact));
  }
}
