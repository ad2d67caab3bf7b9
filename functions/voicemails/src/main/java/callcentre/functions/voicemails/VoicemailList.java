package callcentre.functions.voicemails;

import callcentre.api.access.Caller;
import callcentre.api.answer.ListAnswer;
import callcentre.api.history.HistoryKind;
import callcentre.api.history.HistoryLists;
import callcentre.api.request.QueryParameters;
import callcentre.domain.sync.Dataset;
import callcentre.domain.voicemails.Voicemail;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.views.VoicemailView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Lists voicemails. */
@Singleton
final class VoicemailList {

  private static final HistoryKind<Voicemail> VOICEMAILS =
      new HistoryKind<>(
          "voicemails", Set.of(Dataset.JOURNAL, Dataset.VOICEMAILS), VoicemailView::of);

  private final HistoryLists lists;
  private final VoicemailQueries voicemails;
  private final InstantSource clock;

  VoicemailList(HistoryLists lists, VoicemailQueries voicemails, InstantSource clock) {
    this.lists = lists;
    this.voicemails = voicemails;
    this.clock = clock;
  }

  /** A page of the voicemails that the caller may see and asks for, newest first. */
  ListAnswer list(Caller caller, QueryParameters query) {
    VoicemailListFilter filter = VoicemailListFilter.read(query, clock.instant());
    return lists.page(
        VOICEMAILS,
        caller,
        query,
        filter.page(),
        (scope, limit, from) -> voicemails.page(filter.within(scope), limit, from));
  }
}
