package callcentre.functions.users;

import callcentre.api.access.Access;
import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.access.VisibleUsers;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.ListPages;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import callcentre.storage.people.UserRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Lists users: the rows of the table that a caller may see. Who is only itself gets itself, with a
 * row or without. A stack has at most 1,000 users, which one query reads.
 */
@Singleton
final class UserList {

  private final UserRepository users;
  private final PageCursors cursors;
  private final ListPages pages;
  private final InstantSource clock;

  UserList(UserRepository users, PageCursors cursors, ListPages pages, InstantSource clock) {
    this.users = users;
    this.cursors = cursors;
    this.pages = pages;
    this.clock = clock;
  }

  Optional<Versioned<User>> find(String id) {
    return users.find(id);
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    PageRequest page = query.read(QueryReader::page);
    // Read before the rows, which are then at least as fresh as it says.
    Instant asOf = clock.instant();
    List<UserView> visible = caller.access() == Access.SELF ? self(caller) : rows(caller);
    ListPages.Part<UserView> part =
        pages.cut(cursors.context(caller, query), page, visible, UserView::id, id -> id);
    return ListAnswer.page("users", part.rows(), part.nextCursor(), EmptyReason.NO_MATCH)
        .asOf(Optional.of(asOf))
        .total(part.total());
  }

  private List<UserView> rows(Caller caller) {
    VisibleUsers visible = new VisibleUsers(caller);
    return users.all().stream()
        .filter(visible::sees)
        .map(user -> UserView.of(user, visible))
        .toList();
  }

  private List<UserView> self(Caller caller) {
    Principal principal = caller.principal();
    return List.of(
        find(principal.userId())
            .map(row -> UserView.of(row.value()))
            .orElseGet(() -> UserView.withoutRow(principal)));
  }
}
