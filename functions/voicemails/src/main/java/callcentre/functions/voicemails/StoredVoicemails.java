package callcentre.functions.voicemails;

import callcentre.api.history.DoneAtProvider;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailStore;
import jakarta.inject.Singleton;

/** Notes in the rows here what was done at the provider. */
@Singleton
final class StoredVoicemails {

  private final DoneAtProvider<VoicemailFact, Voicemail> rows;

  StoredVoicemails(HistoryGate gate, VoicemailStore store, VoicemailQueries voicemails) {
    this.rows =
        new DoneAtProvider<>(
            gate::voicemails, store::store, id -> voicemails.find(new VoicemailId(id)));
  }

  /**
   * Stores what was done.
   *
   * @return the voicemail as it is now
   * @throws callcentre.api.problem.ApiException 503 when it could not be stored: the provider has
   *     done it all the same
   */
  Voicemail note(VoicemailFact fact) {
    return rows.note(fact);
  }
}
