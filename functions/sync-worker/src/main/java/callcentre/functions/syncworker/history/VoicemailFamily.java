package callcentre.functions.syncworker.history;

import callcentre.client.facts.VoicemailFacts;
import callcentre.client.voicemails.VoicemailEntry;
import callcentre.client.voicemails.VoicemailListPage;
import callcentre.client.voicemails.VoicemailListQuery;
import callcentre.client.voicemails.VoicemailsApi;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.functions.syncworker.pull.Pull;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** The voicemails' own list (reference 3.2). */
final class VoicemailFamily implements HistoryFamily {

  private final VoicemailsApi provider;
  private final HistoryRows rows;
  private final int pageSize;

  VoicemailFamily(VoicemailsApi provider, HistoryRows rows, int pageSize) {
    this.provider = provider;
    this.rows = rows;
    this.pageSize = pageSize;
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public FamilyPage<VoicemailEntry> page(Window window, int page, Pull pull) {
    Instant askedAt = pull.clock().instant();
    VoicemailListQuery query =
        VoicemailListQuery.of(window.from(), window.to(), pageSize).withSkip((page - 1) * pageSize);
    VoicemailListPage answer = provider.list(query, pull.call());
    return new FamilyPage<>(
        answer.rows(),
        OptionalLong.of(answer.total()),
        pull,
        (voicemails, stored) ->
            rows.voicemails(
                voicemails.stream()
                    .<VoicemailFact>map(one -> VoicemailFacts.listed(one, askedAt))
                    .toList(),
                stored));
  }

  @Override
  public long count(Window window, Pull pull) {
    return provider.list(VoicemailListQuery.of(window.from(), window.to(), 1), pull.call()).total();
  }

  @Override
  public Map<HistorySource, Long> counts(Window window, Pull pull) {
    return Map.of(HistorySource.VOICEMAILS, count(window, pull));
  }

  @Override
  public Map<HistorySource, Long> stored(Window window) {
    return Map.of(
        HistorySource.VOICEMAILS, rows.voicemailsFrom(VoicemailSource.VOICEMAILS, window));
  }
}
