package callcentre.functions.extensions;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.ListPages;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.domain.sync.Dataset;
import callcentre.storage.Versioned;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.sync.SyncStateRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Lists extensions. A stack has at most 1,000 of them and 1,000 users, which one query each reads:
 * so totals are exact and pages are full.
 */
@Singleton
final class ExtensionList {

  private final ExtensionRepository extensions;
  private final UserRepository users;
  private final SyncStateRepository syncStates;
  private final PageCursors cursors;
  private final ListPages pages;
  private final InstantSource clock;

  ExtensionList(
      ExtensionRepository extensions,
      UserRepository users,
      SyncStateRepository syncStates,
      PageCursors cursors,
      ListPages pages,
      InstantSource clock) {
    this.extensions = extensions;
    this.users = users;
    this.syncStates = syncStates;
    this.cursors = cursors;
    this.pages = pages;
    this.clock = clock;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    PageRequest page = query.read(QueryReader::page);
    // Read before the rows, which are then at least as fresh as it says.
    Optional<Instant> asOf = syncStates.find(Dataset.EXTENSIONS).asOf();
    Instant readAt = clock.instant();
    List<User> everybody = users.all();
    List<AccountExtension> stored = extensions.all().stream().map(Versioned::value).toList();
    ListPages.Part<AccountExtension> part =
        pages.cut(
            cursors.context(caller, query),
            page,
            VisibleExtensions.of(caller, everybody, stored, readAt),
            AccountExtension::extension,
            Extension::new);
    return ListAnswer.page(
            "extensions",
            part.rows().stream().map(ExtensionView::of).toList(),
            part.nextCursor(),
            asOf.isEmpty() && stored.isEmpty() ? EmptyReason.NO_SYNCED_DATA : EmptyReason.NO_MATCH)
        .asOf(asOf)
        .total(part.total());
  }
}
