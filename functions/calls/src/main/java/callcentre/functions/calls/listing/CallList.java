package callcentre.functions.calls.listing;

import callcentre.api.access.Caller;
import callcentre.api.answer.ListAnswer;
import callcentre.api.history.HistoryKind;
import callcentre.api.history.HistoryLists;
import callcentre.api.request.QueryParameters;
import callcentre.domain.calls.Call;
import callcentre.domain.sync.Dataset;
import callcentre.storage.calls.CallQueries;
import callcentre.views.CallView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Lists calls. */
@Singleton
public final class CallList {

  private static final HistoryKind<Call> CALLS =
      new HistoryKind<>("calls", Set.of(Dataset.JOURNAL, Dataset.CALLS), CallView::of);

  private final HistoryLists lists;
  private final CallQueries calls;
  private final InstantSource clock;

  CallList(HistoryLists lists, CallQueries calls, InstantSource clock) {
    this.lists = lists;
    this.calls = calls;
    this.clock = clock;
  }

  /** A page of the calls that the caller may see and asks for, newest first. */
  public ListAnswer list(Caller caller, QueryParameters query) {
    CallListFilter filter = CallListFilter.read(query, clock.instant());
    return lists.page(
        CALLS,
        caller,
        query,
        filter.page(),
        (scope, limit, from) -> calls.page(filter.within(scope), limit, from));
  }
}
