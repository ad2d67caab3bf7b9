package callcentre.api.history;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.RowScope;
import callcentre.domain.sync.Dataset;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.sync.SyncStateRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of what was pulled from the provider, newest first. No row says whose it is: that is looked
 * up at read, so a number that moves takes none of its past along.
 */
@Singleton
public final class HistoryLists {

  private final RowScopes scopes;
  private final DirectoryCache directory;
  private final SyncStateRepository syncStates;
  private final PageCursors cursors;

  HistoryLists(
      RowScopes scopes,
      DirectoryCache directory,
      SyncStateRepository syncStates,
      PageCursors cursors) {
    this.scopes = scopes;
    this.directory = directory;
    this.syncStates = syncStates;
    this.cursors = cursors;
  }

  /** Reads rows that are asked for. */
  @FunctionalInterface
  public interface Reader<R> {

    /**
     * A page, which may be short of rows while there are more.
     *
     * @param scope what the caller may see
     * @param limit the most rows, at least 1
     * @param from where it starts; empty for the first page
     */
    Page<R> page(RowScope scope, int limit, Optional<PageKey> from);
  }

  /**
   * The page that is asked for, of the rows that the caller may see.
   *
   * @throws callcentre.storage.cursors.InvalidCursorException answered as 400 for {@code cursor}
   */
  public <R> ListAnswer page(
      HistoryKind<R> kind,
      Caller caller,
      QueryParameters query,
      PageRequest asked,
      Reader<R> reader) {
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> from = cursors.open(context, asked);
    RowScope scope = scopes.of(caller);
    // Read before the rows, which are then at least as fresh as it says.
    Optional<Instant> asOf = asOf(kind.families());
    Page<R> read =
        scope.isEmpty()
            ? new Page<>(List.of(), Optional.empty())
            : read(reader, scope, asked, from);
    NumberDirectory owners = directory.get();
    List<?> rows =
        read.items().stream()
            .skip(asked.skip())
            .map(row -> kind.view().apply(row, owners))
            .toList();
    EmptyReason whenEmpty =
        scope.isEmpty()
            ? EmptyReason.NO_ASSIGNED_NUMBERS
            : asOf.isEmpty() ? EmptyReason.NO_SYNCED_DATA : EmptyReason.NO_MATCH;
    // Pages of rows that are not there would go on through all the months asked for.
    boolean nothingSynced = asOf.isEmpty() && from.isEmpty() && read.items().isEmpty();
    Optional<PageKey> next = nothingSynced ? Optional.empty() : read.next();
    ListAnswer answer =
        ListAnswer.page(kind.name(), rows, cursors.seal(context, next), whenEmpty).asOf(asOf);
    boolean isWhole = from.isEmpty() && next.isEmpty();
    return isWhole ? answer.total(read.items().size()) : answer.totalUnknown("not_counted");
  }

  /** Reads the rows to skip and the page behind them: more than one page where those are short. */
  private static <R> Page<R> read(
      Reader<R> reader, RowScope scope, PageRequest asked, Optional<PageKey> from) {
    int wanted = asked.skip() + asked.limit();
    List<R> found = new ArrayList<>();
    Optional<PageKey> next = from;
    do {
      Page<R> page = reader.page(scope, wanted - found.size(), next);
      found.addAll(page.items());
      next = page.next();
    } while (found.size() < asked.skip() && next.isPresent());
    return new Page<>(found, next);
  }

  private Optional<Instant> asOf(Set<Dataset> families) {
    return syncStates.all().values().stream()
        .filter(state -> families.contains(state.dataset()))
        .flatMap(state -> state.asOf().stream())
        .max(Instant::compareTo);
  }
}
