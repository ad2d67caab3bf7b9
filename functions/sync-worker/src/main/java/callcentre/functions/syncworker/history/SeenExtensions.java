package callcentre.functions.syncworker.history;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact.SeenInHistory;
import callcentre.domain.people.Extension;
import callcentre.functions.syncworker.pull.Tally;
import callcentre.storage.Versioned;
import callcentre.storage.extensions.ExtensionRepository;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The extensions that took part in calls: MightyCall has no list of extensions (reference 3.4), so
 * they are candidates for the next sync of extensions.
 */
final class SeenExtensions {

  private final ExtensionRepository extensions;
  private final Map<Extension, SeenInHistory> seen = new TreeMap<>();

  SeenExtensions(ExtensionRepository extensions) {
    this.extensions = extensions;
  }

  /** Remembers who took part in a call. */
  void in(CallFact fact) {
    if (fact instanceof CallFact.Described described) {
      CallDetails details = described.details();
      see(details.caller(), details.startedAt());
      details.legs().stream().map(Leg::party).forEach(party -> see(party, details.startedAt()));
      details.agent().ifPresent(agent -> see(agent, details.startedAt()));
    }
  }

  /**
   * Stores what is not known yet: nothing after a pull that changed no row, else 1 request and 1 an
   * extension that is new or was not seen for long.
   */
  void store(Tally tally) {
    if (seen.isEmpty() || tally.counts(0).changed() == 0) {
      return;
    }
    Map<Extension, Versioned<AccountExtension>> known = new TreeMap<>();
    extensions.all().forEach(row -> known.put(row.value().extension(), row));
    for (SeenInHistory fact : seen.values()) {
      Optional<Versioned<AccountExtension>> row = Optional.ofNullable(known.get(fact.extension()));
      extensions.change(fact.extension(), row, stored -> changed(stored, fact));
    }
    seen.clear();
  }

  private static AccountExtension changed(Optional<AccountExtension> stored, SeenInHistory fact) {
    AccountExtension before =
        stored.orElseGet(
            () -> new AccountExtension(ExtensionEvidence.none(fact.extension()), Optional.empty()));
    AccountExtension after =
        new AccountExtension(before.evidence().merge(fact), before.teamUserId());
    return stored.isEmpty() || after.supersedes(before) ? after : before;
  }

  private void see(Party party, Instant at) {
    if (party.kind() == PartyKind.EXTENSION) {
      Extension.find(party.value())
          .ifPresent(extension -> see(new SeenInHistory(extension, party.name(), at)));
    }
  }

  private void see(Agent agent, Instant at) {
    see(new SeenInHistory(agent.extension(), agent.name(), at));
  }

  private void see(SeenInHistory fact) {
    seen.merge(
        fact.extension(),
        fact,
        (one, other) -> one.observedAt().isBefore(other.observedAt()) ? other : one);
  }
}
