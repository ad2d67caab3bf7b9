package callcentre.functions.voicemails;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.links.StoreResult;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailStore;
import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Notes in the rows here what was done at the provider. */
@Singleton
final class StoredVoicemails {

  private final HistoryGate gate;
  private final VoicemailStore store;
  private final VoicemailQueries voicemails;

  StoredVoicemails(HistoryGate gate, VoicemailStore store, VoicemailQueries voicemails) {
    this.gate = gate;
    this.store = store;
    this.voicemails = voicemails;
  }

  /**
   * Stores what was done.
   *
   * @return the voicemail as it is now
   * @throws ApiException 503 when it could not be stored: the provider has done it all the same
   */
  Voicemail note(VoicemailFact fact) {
    try {
      Admission<VoicemailFact> admission = gate.voicemails(List.of(fact));
      if (!admission.refused().isEmpty()) {
        throw unnoted(admission.refused().getFirst().reason().toString());
      }
      StoreResult<VoicemailFact> result = store.store(admission.admitted()).getFirst();
      if (result.problem().isPresent()) {
        throw unnoted(result.problem().get());
      }
      return voicemails
          .find(new VoicemailId(result.row()))
          .orElseThrow(() -> unnoted("the row " + result.row() + " is gone"));
    } catch (SdkException failure) {
      throw unnoted(failure);
    }
  }

  private static ApiException unnoted(String why) {
    return unnoted(new IllegalStateException(why));
  }

  private static ApiException unnoted(RuntimeException cause) {
    return ApiException.of(
        ErrorCode.TEMPORARILY_UNAVAILABLE,
        "MightyCall has done it, but it could not be noted here. The next sync shows it.",
        cause);
  }
}
