package callcentre.functions.syncworker.history;

import callcentre.client.facts.VoicemailFacts;
import callcentre.client.voicemails.VoicemailListPage;
import callcentre.client.voicemails.VoicemailListQuery;
import callcentre.client.voicemails.VoicemailsApi;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.time.Instant;
import java.util.List;
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
  public FamilyPage page(Window window, int page, Pull pull) {
    Instant askedAt = pull.clock().instant();
    VoicemailListQuery query =
        VoicemailListQuery.of(window.from(), window.to(), pageSize).withSkip((page - 1) * pageSize);
    return new Page(provider.list(query, pull.call()), askedAt, pull);
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

  private final class Page implements FamilyPage {

    private final VoicemailListPage answer;
    private final Instant askedAt;
    private final Pull pull;

    Page(VoicemailListPage answer, Instant askedAt, Pull pull) {
      this.answer = answer;
      this.askedAt = askedAt;
      this.pull = pull;
    }

    @Override
    public int sent() {
      return answer.rows().sent();
    }

    @Override
    public OptionalLong total() {
      return OptionalLong.of(answer.total());
    }

    @Override
    public void store(Tally tally) {
      StoredPage page = new StoredPage(tally, pull);
      page.unreadable(answer.rows().unreadable());
      List<VoicemailFact> voicemails =
          answer.rows().read().stream()
              .<VoicemailFact>map(voicemail -> VoicemailFacts.listed(voicemail, askedAt))
              .toList();
      rows.voicemails(voicemails, page);
      page.finish();
    }
  }
}
