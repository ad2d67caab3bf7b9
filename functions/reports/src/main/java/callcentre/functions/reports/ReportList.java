package callcentre.functions.reports;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.PageCursors;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.ownership.Scope;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.reports.ReportQuery;
import callcentre.storage.reports.ReportRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists reports. No row says whose it is: that is looked up at read, so a number that moves takes
 * none of its past along.
 */
@Singleton
final class ReportList {

  private final ReportRepository reports;
  private final DirectoryCache directory;
  private final OrganisationRepository organisations;
  private final PageCursors cursors;
  private final InstantSource clock;

  ReportList(
      ReportRepository reports,
      DirectoryCache directory,
      OrganisationRepository organisations,
      PageCursors cursors,
      InstantSource clock) {
    this.reports = reports;
    this.directory = directory;
    this.organisations = organisations;
    this.cursors = cursors;
    this.clock = clock;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    ReportFilter filter = ReportFilter.read(query, caller, clock.instant());
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> from = cursors.open(context, filter.page());
    NumberDirectory owners = directory.get();
    boolean ownsNothing =
        !caller.seesAll() && owners.scopeOf(caller.principal().organisations()).isEmpty();
    ReportQuery asked =
        new ReportQuery(
            filter.type(),
            filter.from(),
            filter.to(),
            filter.number(),
            scope(caller, filter, owners));
    int skip = filter.page().skip();
    Page<StoredReport> read =
        ownsNothing
            ? new Page<>(List.of(), Optional.empty())
            : read(asked, filter.page().limit(), skip, from);
    boolean isWhole = from.isEmpty() && read.next().isEmpty();
    boolean nothingSynced =
        !ownsNothing && read.items().isEmpty() && from.isEmpty() && !reports.hasAny(asked.type());
    List<ReportView> rows =
        views(read.items().stream().skip(skip).toList(), owners, filter.organisation());
    // Pages of rows that are not there would go on through all the days asked for.
    Optional<PageKey> next = nothingSynced ? Optional.empty() : read.next();
    ListAnswer answer =
        ListAnswer.page(
                "reports",
                rows,
                cursors.seal(context, next),
                ownsNothing
                    ? EmptyReason.NO_ASSIGNED_NUMBERS
                    : nothingSynced ? EmptyReason.NO_SYNCED_DATA : EmptyReason.NO_MATCH)
            // No dataset fills reports yet, so there is no moment of which they could be true.
            .asOf(Optional.empty());
    return isWhole || nothingSynced
        ? answer.total(read.items().size())
        : answer.totalUnknown("not_counted");
  }

  private static Scope scope(Caller caller, ReportFilter filter, NumberDirectory owners) {
    if (filter.organisation().isPresent()) {
      return owners.scopeOf(Set.of(filter.organisation().get()));
    }
    return caller.seesAll()
        ? new Scope.Everything()
        : owners.scopeOf(caller.principal().organisations());
  }

  /** Reads the rows to skip and the page behind them: more than one page where those are short. */
  private Page<StoredReport> read(ReportQuery asked, int limit, int skip, Optional<PageKey> from) {
    List<StoredReport> found = new ArrayList<>();
    Optional<PageKey> next = from;
    do {
      Page<StoredReport> page = reports.page(asked, limit + skip - found.size(), next);
      found.addAll(page.items());
      next = page.next();
    } while (found.size() < skip && next.isPresent());
    return new Page<>(found, next);
  }

  private List<ReportView> views(
      List<StoredReport> rows, NumberDirectory owners, Optional<OrganisationId> asked) {
    Map<StoredReport, OrganisationId> ownerOf = new HashMap<>();
    for (StoredReport row : rows) {
      owners
          .ownership(row.number())
          .ownerThroughout(row.startsAt(), row.endsAt())
          .ifPresent(owner -> ownerOf.put(row, owner));
    }
    Set<OrganisationId> named = new HashSet<>(ownerOf.values());
    asked.ifPresent(named::add);
    Map<OrganisationId, String> names = organisations.names(named);
    if (asked.filter(organisation -> !names.containsKey(organisation)).isPresent()) {
      throw ReportFilter.unknownOrganisation();
    }
    return rows.stream()
        .map(row -> ReportView.of(row, Optional.ofNullable(ownerOf.get(row)), names))
        .toList();
  }
}
