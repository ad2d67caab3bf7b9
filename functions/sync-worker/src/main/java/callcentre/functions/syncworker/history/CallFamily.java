package callcentre.functions.syncworker.history;

import callcentre.client.calls.CallEntry;
import callcentre.client.calls.CallListPage;
import callcentre.client.calls.CallListQuery;
import callcentre.client.calls.CallsApi;
import callcentre.client.facts.CallFacts;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallSource;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.functions.syncworker.pull.Pull;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The details of calls (reference 3.1): a list of a window, never a request for one call. */
final class CallFamily implements HistoryFamily {

  private final CallsApi provider;
  private final CallFacts facts;
  private final HistoryRows rows;
  private final int pageSize;

  CallFamily(CallsApi provider, CallFacts facts, HistoryRows rows, int pageSize) {
    this.provider = provider;
    this.facts = facts;
    this.rows = rows;
    this.pageSize = pageSize;
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public FamilyPage<CallEntry> page(Window window, int page, Pull pull) {
    Instant askedAt = pull.clock().instant();
    CallListQuery query =
        CallListQuery.of(window.from(), window.to(), pageSize).withSkip((page - 1) * pageSize);
    CallListPage answer = provider.list(query, pull.call());
    return new FamilyPage<>(
        answer.rows(),
        OptionalLong.of(answer.total()),
        pull,
        (calls, stored) ->
            rows.calls(
                calls.stream().<CallFact>map(call -> facts.listed(call, askedAt)).toList(),
                stored));
  }

  @Override
  public long count(Window window, Pull pull) {
    return provider.list(CallListQuery.of(window.from(), window.to(), 1), pull.call()).total();
  }

  @Override
  public Map<HistorySource, Long> counts(Window window, Pull pull) {
    return Map.of(HistorySource.CALLS, count(window, pull));
  }

  @Override
  public Map<HistorySource, Long> stored(Window window) {
    return Map.of(HistorySource.CALLS, rows.callsFrom(CallSource.CALLS, window));
  }

  @Override
  public OptionalLong heard(Window window) {
    return OptionalLong.of(rows.callsFromAll(Set.of(CallSource.CALLS, CallSource.EVENTS), window));
  }
}
