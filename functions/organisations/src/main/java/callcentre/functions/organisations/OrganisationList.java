package callcentre.functions.organisations;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.ListPages;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.organisations.Organisation;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Lists organisations: all of them for an administrator of the platform, for others their own. The
 * counts of all come from one read of the users and one of the owners, however many there are.
 */
@Singleton
final class OrganisationList {

  private final OrganisationRepository organisations;
  private final UserRepository users;
  private final DirectoryCache directory;
  private final PageCursors cursors;
  private final ListPages pages;
  private final InstantSource clock;

  OrganisationList(
      OrganisationRepository organisations,
      UserRepository users,
      DirectoryCache directory,
      PageCursors cursors,
      ListPages pages,
      InstantSource clock) {
    this.organisations = organisations;
    this.users = users;
    this.directory = directory;
    this.cursors = cursors;
    this.pages = pages;
    this.clock = clock;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    PageRequest page = query.read(QueryReader::page);
    // Read before the rows, which are then at least as fresh as it says.
    Instant asOf = clock.instant();
    boolean belongsNowhere = !caller.seesAll() && caller.principal().organisations().isEmpty();
    List<Organisation> visible =
        belongsNowhere
            ? List.of()
            : organisations.all().stream()
                .filter(organisation -> isVisible(organisation.id(), caller))
                .toList();
    ListPages.Part<Organisation> part =
        pages.cut(
            cursors.context(caller, query), page, visible, Organisation::id, OrganisationId::new);
    return ListAnswer.page("orgs", views(part.rows()), part.nextCursor(), EmptyReason.NO_MATCH)
        .asOf(Optional.of(asOf))
        .total(part.total());
  }

  private static boolean isVisible(OrganisationId organisation, Caller caller) {
    return caller.seesAll() || caller.principal().organisations().contains(organisation);
  }

  private List<OrganisationView> views(List<Organisation> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Members members = new Members(directory.current(), users.all());
    return rows.stream().map(row -> OrganisationView.of(row, members)).toList();
  }
}
