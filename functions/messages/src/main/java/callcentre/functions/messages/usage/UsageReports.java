package callcentre.functions.messages.usage;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.RowScope;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.storage.messages.MessageLogQuery;
import callcentre.storage.messages.MessageUsage;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.sync.SyncStateRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts messages, segments and what they cost. */
@Singleton
final class UsageReports {

  /** Some 100,000 messages; what one request can read in time. */
  private static final int MOST_QUERIES = 30;

  private final MessageUsage usage;
  private final OrganisationRepository organisations;
  private final DirectoryCache directory;
  private final SyncStateRepository syncStates;

  UsageReports(
      MessageUsage usage,
      OrganisationRepository organisations,
      DirectoryCache directory,
      SyncStateRepository syncStates) {
    this.usage = usage;
    this.organisations = organisations;
    this.directory = directory;
    this.syncStates = syncStates;
  }

  /**
   * The usage of the numbers that the caller may see.
   *
   * @throws ApiException 404 for an organisation that the caller may not see, 400 when there is
   *     more than one answer can count
   */
  UsageAnswer count(UsageFilter filter, Caller caller) {
    NumberDirectory owners = directory.get();
    Scope scope = scope(filter, caller.principal(), owners);
    // Read before the messages, which are then at least as fresh as it says.
    Optional<Instant> asOf = asOf();
    UsageCount count = new UsageCount(filter, owners, settings());
    MessageLogQuery all =
        MessageLogQuery.between(filter.start(), filter.end(), new RowScope(scope, List.of()));
    MessageLogQuery query = filter.businessNumber().map(all::withBusinessNumber).orElse(all);
    if (!usage.read(query, MOST_QUERIES, count::add)) {
      throw ApiException.invalid(
          "from",
          "these days have more messages than one answer can count; ask for fewer days, or for one"
              + " number with businessNumber");
    }
    return new UsageAnswer(
        asOf,
        filter.from(),
        filter.to(),
        count.zone(),
        filter.groups().stream().sorted().map(UsageGroup::wireName).toList(),
        count.rows(),
        count.totals(),
        count.unassigned());
  }

  private static Scope scope(UsageFilter filter, Principal principal, NumberDirectory owners) {
    Optional<OrganisationId> asked = filter.organisation();
    if (asked.filter(id -> !principal.sees(id)).isPresent()) {
      throw ApiException.notFound("organisation");
    }
    if (asked.isPresent()) {
      return owners.scopeOf(Set.of(asked.get()));
    }
    return switch (principal.role()) {
      case PLATFORM_ADMIN -> new Scope.Everything();
      case ORG_ADMIN, ORG_MANAGER, AGENT, NONE -> owners.scopeOf(principal.organisations());
    };
  }

  private Map<OrganisationId, OrganisationSettings> settings() {
    return organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::settings));
  }

  private Optional<Instant> asOf() {
    return Optional.ofNullable(syncStates.all().get(Dataset.JOURNAL)).flatMap(SyncState::asOf);
  }
}
