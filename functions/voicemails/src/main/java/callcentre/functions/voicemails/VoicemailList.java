package callcentre.functions.voicemails;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.history.RowScopes;
import callcentre.api.request.PageCursors;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.RowScope;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.domain.voicemails.Voicemail;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists voicemails. No row says whose it is: that is looked up at read, so a number that moves
 * takes none of its past along.
 */
@Singleton
final class VoicemailList {

  /** The datasets of which each lists every row. */
  private static final Set<String> FAMILIES = Set.of("journal", "voicemails");

  private final VoicemailQueries voicemails;
  private final RowScopes scopes;
  private final DirectoryCache directory;
  private final SyncStateRepository syncStates;
  private final PageCursors cursors;
  private final InstantSource clock;

  VoicemailList(
      VoicemailQueries voicemails,
      RowScopes scopes,
      DirectoryCache directory,
      SyncStateRepository syncStates,
      PageCursors cursors,
      InstantSource clock) {
    this.voicemails = voicemails;
    this.scopes = scopes;
    this.directory = directory;
    this.syncStates = syncStates;
    this.cursors = cursors;
    this.clock = clock;
  }

  ListAnswer list(Caller caller, QueryParameters query) {
    VoicemailListFilter filter = VoicemailListFilter.read(query, clock.instant());
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> from = cursors.open(context, filter.page());
    RowScope scope = scopes.of(caller);
    // Read before the rows, which are then at least as fresh as it says.
    Optional<Instant> asOf = asOf(syncStates.all());
    Page<Voicemail> read =
        scope.isEmpty() ? new Page<>(List.of(), Optional.empty()) : read(filter, scope, from);
    NumberDirectory owners = directory.get();
    List<VoicemailView> rows =
        read.items().stream()
            .skip(filter.page().skip())
            .map(voicemail -> VoicemailView.of(voicemail, owners))
            .toList();
    EmptyReason whenEmpty =
        scope.isEmpty()
            ? EmptyReason.NO_ASSIGNED_NUMBERS
            : asOf.isEmpty() ? EmptyReason.NO_SYNCED_DATA : EmptyReason.NO_MATCH;
    // Pages of rows that are not there would go on through all the months asked for.
    boolean nothingSynced = asOf.isEmpty() && from.isEmpty() && read.items().isEmpty();
    Optional<PageKey> next = nothingSynced ? Optional.empty() : read.next();
    ListAnswer answer =
        ListAnswer.page("voicemails", rows, cursors.seal(context, next), whenEmpty).asOf(asOf);
    boolean isWhole = from.isEmpty() && next.isEmpty();
    return isWhole ? answer.total(read.items().size()) : answer.totalUnknown("not_counted");
  }

  /** Reads the rows to skip and the page behind them: more than one page where those are short. */
  private Page<Voicemail> read(VoicemailListFilter filter, RowScope scope, Optional<PageKey> from) {
    VoicemailQuery asked = filter.within(scope);
    int wanted = filter.page().skip() + filter.page().limit();
    List<Voicemail> found = new ArrayList<>();
    Optional<PageKey> next = from;
    do {
      Page<Voicemail> page = voicemails.page(asked, wanted - found.size(), next);
      found.addAll(page.items());
      next = page.next();
    } while (found.size() < filter.page().skip() && next.isPresent());
    return new Page<>(found, next);
  }

  private static Optional<Instant> asOf(Map<Dataset, SyncState> states) {
    return states.values().stream()
        .filter(state -> FAMILIES.contains(state.dataset().wireName()))
        .flatMap(state -> state.asOf().stream())
        .max(Instant::compareTo);
  }
}
