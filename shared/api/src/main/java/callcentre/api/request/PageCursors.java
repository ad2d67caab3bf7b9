package callcentre.api.request;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.cursors.Cursors;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cursors of lists: each is good only for the same route, filters and rights. The page's size may
 * change on the way.
 */
@Singleton
public final class PageCursors {

  private final Cursors cursors;

  PageCursors(Cursors cursors) {
    this.cursors = cursors;
  }

  /** What a list's cursors are bound to. */
  public CursorContext context(Caller caller, QueryParameters query) {
    return CursorContext.of(caller.route().name(), query.filters(), scope(caller.principal()));
  }

  /**
   * Where the asked page starts.
   *
   * @return empty for the first page
   * @throws callcentre.storage.cursors.InvalidCursorException answered as 400 for {@code cursor}
   */
  public Optional<PageKey> open(CursorContext context, PageRequest page) {
    return page.cursor().map(cursor -> cursors.open(context, cursor));
  }

  /** The {@code next_cursor} of an answer. */
  public Optional<String> seal(CursorContext context, Optional<PageKey> next) {
    return next.map(key -> cursors.seal(context, key));
  }

  private static String scope(Principal principal) {
    return principal.role().wireName()
        + "|"
        + principal.userId()
        + "|"
        + principal.organisations().stream()
            .map(OrganisationId::value)
            .sorted()
            .collect(Collectors.joining(","))
        + "|"
        + principal.extension().map(Extension::digits).orElse("");
  }
}
