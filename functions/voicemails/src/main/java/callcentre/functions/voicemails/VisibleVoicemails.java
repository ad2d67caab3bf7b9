package callcentre.functions.voicemails;

import callcentre.api.access.Caller;
import callcentre.api.history.RowScopes;
import callcentre.api.problem.ApiException;
import callcentre.domain.people.Extension;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.storage.voicemails.VoicemailQueries;
import jakarta.inject.Singleton;
import java.util.List;

/** One voicemail by its id, for whoever may see it. */
@Singleton
final class VisibleVoicemails {

  private final VoicemailQueries voicemails;
  private final RowScopes scopes;

  VisibleVoicemails(VoicemailQueries voicemails, RowScopes scopes) {
    this.voicemails = voicemails;
    this.scopes = scopes;
  }

  /**
   * The voicemail of an id, also of the one that it had before its journal record was known.
   *
   * @param id as the client wrote it
   * @throws ApiException 404, the same for a text that is no id, a voicemail that does not exist
   *     and one that the caller may not see
   */
  Voicemail require(String id, Caller caller) {
    return VoicemailId.find(id)
        .flatMap(voicemails::find)
        .filter(voicemail -> isVisible(voicemail, caller))
        .orElseThrow(() -> ApiException.notFound("voicemail"));
  }

  private boolean isVisible(Voicemail voicemail, Caller caller) {
    List<Extension> assigned = voicemail.extension().stream().toList();
    return scopes.of(caller).contains(voicemail.businessNumber(), assigned, voicemail.receivedAt());
  }
}
