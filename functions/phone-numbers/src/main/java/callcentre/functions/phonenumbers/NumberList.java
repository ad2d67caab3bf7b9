package callcentre.functions.phonenumbers;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.ListPages;
import callcentre.api.request.PageCursors;
import callcentre.api.request.QueryParameters;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.sync.SyncStateRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the numbers that a caller may see: for an administrator of the platform all, for others
 * those that their organisations own now. Ownership is read as it is now, not from the cache: who
 * assigns a number and lists again, perhaps through another process, must see it.
 *
 * <p>An account has at most 1,000 numbers, which one query reads: so totals are exact, pages are
 * full, and a filter never leads to a page without rows.
 */
@Singleton
final class NumberList {

  private final PhoneNumberRepository numbers;
  private final DirectoryCache directory;
  private final OrganisationRepository organisations;
  private final SyncStateRepository syncStates;
  private final PageCursors cursors;
  private final ListPages pages;

  NumberList(
      PhoneNumberRepository numbers,
      DirectoryCache directory,
      OrganisationRepository organisations,
      SyncStateRepository syncStates,
      PageCursors cursors,
      ListPages pages) {
    this.numbers = numbers;
    this.directory = directory;
    this.organisations = organisations;
    this.syncStates = syncStates;
    this.cursors = cursors;
    this.pages = pages;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    NumberFilter filter = NumberFilter.read(query, caller);
    // Read before the rows, which are then at least as fresh as it says.
    Optional<Instant> asOf = syncStates.find(Dataset.NUMBERS).asOf();
    NumberDirectory owners = directory.current().numbers();
    boolean ownsNothing =
        !caller.seesAll() && owners.ownedNow(caller.principal().organisations()).isEmpty();
    List<AccountNumber> stored =
        ownsNothing ? List.of() : numbers.all().stream().map(Versioned::value).toList();
    List<AccountNumber> visible =
        stored.stream()
            .filter(row -> isVisible(owners.currentOwner(row.number()), caller, filter))
            .toList();
    ListPages.Part<AccountNumber> part =
        pages.cut(
            cursors.context(caller, query),
            filter.page(),
            visible,
            AccountNumber::number,
            PhoneNumber::new);
    Map<OrganisationId, String> names = names(part.rows(), owners, filter);
    List<NumberView> rows =
        part.rows().stream()
            .map(
                row -> {
                  Optional<OrganisationId> owner = owners.currentOwner(row.number());
                  return NumberView.of(row, owner, owner.map(names::get));
                })
            .toList();
    EmptyReason whenEmpty =
        ownsNothing
            ? EmptyReason.NO_ASSIGNED_NUMBERS
            : stored.isEmpty() && asOf.isEmpty()
                ? EmptyReason.NO_SYNCED_DATA
                : EmptyReason.NO_MATCH;
    return ListAnswer.page("phone_numbers", rows, part.nextCursor(), whenEmpty)
        .asOf(asOf)
        .total(part.total());
  }

  private static boolean isVisible(
      Optional<OrganisationId> owner, Caller caller, NumberFilter filter) {
    boolean inScope =
        caller.seesAll() || owner.filter(caller.principal().organisations()::contains).isPresent();
    return inScope && filter.matches(owner);
  }

  /** The names of the page's owners, and proof that the organisation that was asked for exists. */
  private Map<OrganisationId, String> names(
      List<AccountNumber> rows, NumberDirectory owners, NumberFilter filter) {
    Set<OrganisationId> named = new HashSet<>();
    filter.organisation().ifPresent(named::add);
    rows.forEach(row -> owners.currentOwner(row.number()).ifPresent(named::add));
    Map<OrganisationId, String> names = organisations.names(named);
    if (filter.organisation().filter(asked -> !names.containsKey(asked)).isPresent()) {
      throw NumberFilter.unknownOrganisation();
    }
    return names;
  }
}
