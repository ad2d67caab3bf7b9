package callcentre.client.communications;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.ProviderRequest.Body;
import callcentre.client.http.Query;
import callcentre.client.journal.JournalIds;
import callcentre.client.journal.JournalPage;
import callcentre.client.journal.JournalQuery;
import callcentre.client.json.Json;
import java.util.Collection;

/**
 * The journal of contact-centre accounts: {@code /contactCenter/communications} and {@code
 * /contactcenter/interactions} (reference 3.7). Filters and rows are the journal's; a key whose
 * role may not see them gets kind {@code FORBIDDEN}.
 */
public final class CommunicationsApi {

  private static final String LIST = "/contactCenter/communications";
  private static final String COMMENT = LIST + "/{requestId}/comment";

  private final ProviderCaller caller;

  public CommunicationsApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * A page of rows, which the provider wraps here and not in the journal.
   *
   * @throws MightyCallException when there is no answer that can be read: never an empty page
   */
  public JournalPage list(JournalQuery query, CallContext context) {
    return caller.call(
        ProviderRequest.get(LIST).with(query.toQuery()),
        context,
        answer -> JournalPage.read(Json.bareOrData(answer.body(), "requests")));
  }

  /** As {@link callcentre.client.journal.JournalApi#setComment}. */
  public void setComment(String id, String comment, CallContext context) {
    if (comment.isBlank()) {
      throw new IllegalArgumentException("a blank comment: remove it instead");
    }
    write(ProviderRequest.post(COMMENT, JournalIds.of(id)).with(Body.plain(comment)), context);
  }

  /** As {@link callcentre.client.journal.JournalApi#removeComment}. */
  public void removeComment(String id, CallContext context) {
    write(ProviderRequest.delete(COMMENT, JournalIds.of(id)), context);
  }

  /** As {@link callcentre.client.journal.JournalApi#deleteVoicemails}. */
  public void deleteVoicemails(Collection<String> ids, boolean removeText, CallContext context) {
    Query query =
        new Query()
            .setAll("requestIds", JournalIds.of(ids))
            .set("removeText", Boolean.toString(removeText));
    write(ProviderRequest.delete(LIST + "/voicemails").with(query), context);
  }

  /** Clients and colleagues with what last happened between them and the account. */
  public InteractionPage interactions(InteractionQuery query, CallContext context) {
    return caller.call(
        ProviderRequest.get("/contactcenter/interactions").with(query.toQuery()),
        context,
        answer -> InteractionPage.read(Json.bareOrData(answer.body(), "contacts")));
  }

  private void write(ProviderRequest request, CallContext context) {
    caller.call(request, context, answer -> answer.status());
  }
}
