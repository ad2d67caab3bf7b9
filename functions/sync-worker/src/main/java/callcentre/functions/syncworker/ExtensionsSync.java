package callcentre.functions.syncworker;

import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.Assignments;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ProbePlan;
import callcentre.domain.extensions.ProbeRange;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamLinks;
import callcentre.domain.people.Extension;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.extensions.TeamRepository;
import callcentre.storage.people.UserRepository;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Puts the account's extensions together from team, profiles and the dashboard's own users. What
 * was heard before an error is stored; an extension becomes inactive only by the provider's own
 * word that nobody is there.
 */
final class ExtensionsSync implements DatasetSync {

  private final ProviderPeople provider;
  private final ExtensionRepository extensions;
  private final TeamRepository teams;
  private final UserRepository users;
  private final Supplier<Optional<ProbeRange>> range;

  /**
   * @param range extensions that are tried although nobody named them
   */
  ExtensionsSync(
      ProviderPeople provider,
      ExtensionRepository extensions,
      TeamRepository teams,
      UserRepository users,
      Supplier<Optional<ProbeRange>> range) {
    this.provider = provider;
    this.extensions = extensions;
    this.teams = teams;
    this.users = users;
    this.range = range;
  }

  @Override
  public Optional<String> run(Pull pull, Tally tally) {
    Map<Extension, Versioned<AccountExtension>> rows = new TreeMap<>();
    extensions.all().forEach(row -> rows.put(row.value().extension(), row));
    ExtensionSurvey survey = new ExtensionSurvey(provider, pull, known(rows, pull));
    Optional<RuntimeException> stopped = survey.ask(range.get(), tally);
    try {
      store(survey, rows, tally);
    } catch (RuntimeException notStored) {
      stopped.ifPresent(notStored::addSuppressed);
      throw notStored;
    }
    note(survey, tally);
    if (stopped.isPresent()) {
      throw stopped.get();
    }
    return Optional.empty();
  }

  private Collection<ExtensionEvidence> known(
      Map<Extension, Versioned<AccountExtension>> rows, Pull pull) {
    SortedMap<Extension, ExtensionEvidence> known = new TreeMap<>();
    extensions.misses(pull.startedAt()).forEach(miss -> known.put(miss.extension(), miss));
    for (Versioned<AccountExtension> row : rows.values()) {
      ExtensionEvidence stored = row.value().evidence();
      known.merge(
          stored.extension(),
          stored,
          (tried, evidence) -> tried.miss().map(evidence::merge).orElse(evidence));
    }
    return Assignments.of(users.all(), pull.startedAt()).mergedInto(known).values();
  }

  private void store(
      ExtensionSurvey survey, Map<Extension, Versioned<AccountExtension>> rows, Tally tally) {
    survey.team().ifPresent(teams::save);
    survey.ownProfile().ifPresent(teams::saveOwnerProfile);
    Team team = survey.team().orElseGet(teams::team);
    TeamLinks links = TeamLinks.between(team, survey.evidence());
    for (ExtensionEvidence evidence : survey.evidence()) {
      boolean compared = survey.isComplete() || survey.wasHeardOf(evidence.extension());
      if (evidence.isKnown() && compared) {
        Optional<Versioned<AccountExtension>> stored =
            Optional.ofNullable(rows.get(evidence.extension()));
        store(new AccountExtension(evidence, link(evidence, links, stored, survey)), stored, tally);
      }
    }
    for (ProfileMissed miss : survey.misses()) {
      if (!rows.containsKey(miss.extension()) && !survey.isKnown(miss.extension())) {
        extensions.remember(miss);
      }
    }
  }

  /**
   * A new link needs the whole picture: while somebody was not asked about, a name that looks
   * unique may not be. Until then only links that were certain before are kept.
   */
  private static Optional<String> link(
      ExtensionEvidence evidence,
      TeamLinks links,
      Optional<Versioned<AccountExtension>> stored,
      ExtensionSurvey survey) {
    Optional<String> linked = links.teamUserIdAt(evidence.extension());
    return survey.isComplete()
        ? linked
        : linked.filter(id -> stored.flatMap(row -> row.value().teamUserId()).equals(linked));
  }

  private void store(
      AccountExtension next, Optional<Versioned<AccountExtension>> stored, Tally tally) {
    Written<AccountExtension> written;
    try {
      written =
          extensions.change(
              next.extension(),
              stored,
              row -> row.filter(kept -> !next.supersedes(kept)).orElse(next));
    } catch (RuntimeException notStored) {
      tally.failed();
      throw notStored;
    }
    tally.stored(written.outcome());
  }

  private static void note(ExtensionSurvey survey, Tally tally) {
    if (!survey.misses().isEmpty()) {
      tally.note(
          survey.misses().size()
              + " extensions were tried and nobody is there; each is tried again after "
              + ProbePlan.MISS_MEMORY.toDays()
              + " days.");
    }
    if (survey.postponed() > 0) {
      tally.note(
          survey.postponed()
              + " extensions are left for the next syncs: one sync asks about at most "
              + ExtensionSurvey.MOST_PROBES
              + ".");
    }
  }
}
