package callcentre.client.voicemails;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderRequest;
import callcentre.client.json.Json;
import callcentre.domain.evidence.ProviderIds;
import java.util.Optional;

/**
 * Voicemails: {@code /voicemails} (reference 3.2). Deleting them and marking them as read is the
 * journal's ({@link callcentre.client.journal.JournalApi}).
 */
public final class VoicemailsApi {

  private final ProviderCaller caller;

  public VoicemailsApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * A page of voicemails; as with calls the order is not documented.
   *
   * @throws MightyCallException when there is no answer that can be read: never an empty page
   */
  public VoicemailListPage list(VoicemailListQuery query, CallContext context) {
    return caller.call(
        ProviderRequest.get("/voicemails").with(query.toQuery()),
        context,
        answer -> VoicemailListPage.read(Json.requireData(answer.body())));
  }

  /**
   * One voicemail with a fresh link to its recording.
   *
   * @param id a GUID; anything else is empty without a request
   * @return empty when the account has no such voicemail
   */
  public Optional<VoicemailEntry> find(String id, CallContext context) {
    Optional<String> guid = ProviderIds.guid(id);
    if (guid.isEmpty()) {
      return Optional.empty();
    }
    try {
      VoicemailEntry voicemail =
          caller.call(
              ProviderRequest.get("/voicemails/{id}", guid.get()),
              context,
              answer -> VoicemailEntry.read(Json.bareOrData(answer.body(), "id")));
      return Optional.of(voicemail);
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
