package callcentre.client.journal;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.ProviderRequest.Body;
import callcentre.client.http.Query;
import callcentre.client.json.Json;
import callcentre.domain.evidence.ProviderIds;
import java.util.Collection;
import java.util.Optional;

/**
 * The journal, one history of calls, voicemails and messages: {@code /journal/requests} (reference
 * 3.5). Writes take their ids in the query and text as plain text; none is ever repeated by itself,
 * but each can be: it says what shall be, not what shall change. A row that the provider does not
 * have is an exception of kind {@code NOT_FOUND} in every write.
 */
public final class JournalApi {

  private static final String LIST = "/journal/requests";
  private static final String ONE = LIST + "/{requestId}";
  private static final String COMMENT = ONE + "/comment";
  private static final String FLAGS = LIST + "/flags";
  private static final String IDS = "requestIds";

  private final ProviderCaller caller;

  public JournalApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * A page of rows. The order is not documented, so pages of an open window may overlap: their rows
   * are told apart by id.
   *
   * @throws MightyCallException when there is no answer that can be read: never an empty page
   */
  public JournalPage list(JournalQuery query, CallContext context) {
    return caller.call(
        ProviderRequest.get(LIST).with(query.toQuery()),
        context,
        answer -> JournalPage.read(Json.bareOrData(answer.body(), "requests")));
  }

  /** How many rows a filter finds. */
  public JournalCount count(JournalFilter filter, CallContext context) {
    return caller.call(
        ProviderRequest.get(LIST + "/counts").with(filter.toQuery()),
        context,
        answer -> JournalCount.read(Json.bareOrData(answer.body(), "records")));
  }

  /**
   * One row with the users who took part and fresh links.
   *
   * @param id 24 hexadecimal digits; anything else is empty without a request
   * @return empty when the account has no such row
   */
  public Optional<JournalEntry> find(String id, CallContext context) {
    Optional<String> known = ProviderIds.journalId(id);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try {
      JournalEntry row =
          caller.call(
              ProviderRequest.get(ONE, known.get()),
              context,
              answer -> JournalEntry.read(Json.bareOrData(answer.body(), "id")));
      return Optional.of(row);
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Writes a row's comment over the one it has.
   *
   * @param comment not blank; how long it may be the provider alone knows ({@code CommentIsTooBig})
   */
  public void setComment(String id, String comment, CallContext context) {
    if (comment.isBlank()) {
      throw new IllegalArgumentException("a blank comment: remove it instead");
    }
    write(ProviderRequest.post(COMMENT, JournalIds.of(id)).with(Body.plain(comment)), context);
  }

  /** Removes a row's comment; a row without one stays as it is. */
  public void removeComment(String id, CallContext context) {
    write(ProviderRequest.delete(COMMENT, JournalIds.of(id)), context);
  }

  /**
   * Sets the workflow state of rows.
   *
   * @param state {@code OPEN} or {@code RESOLVED}: the provider takes no other (reference 3.5)
   */
  public void setWorkflow(Collection<String> ids, JournalWorkflow state, CallContext context) {
    if (state != JournalWorkflow.OPEN && state != JournalWorkflow.RESOLVED) {
      throw new IllegalArgumentException("rows are set to OPEN or RESOLVED, not to " + state);
    }
    write(
        ProviderRequest.put(LIST + "/wfstate")
            .with(new Query().setAll(IDS, JournalIds.of(ids)))
            .with(Body.plain(state.wireName())),
        context);
  }

  /** Puts marks on rows, for example {@code IS_READ} on a voicemail that was heard. */
  public void addFlags(Collection<JournalFlag> flags, Collection<String> ids, CallContext context) {
    write(ProviderRequest.post(FLAGS).with(flagged(flags, ids)), context);
  }

  /** Takes marks from rows. */
  public void removeFlags(
      Collection<JournalFlag> flags, Collection<String> ids, CallContext context) {
    write(ProviderRequest.delete(FLAGS).with(flagged(flags, ids)), context);
  }

  /** Deletes messages; {@link #restoreMessage} brings one back. */
  public MessageDeletion deleteMessages(Collection<String> ids, CallContext context) {
    return caller.call(
        ProviderRequest.delete(LIST + "/messages")
            .with(new Query().setAll(IDS, JournalIds.of(ids))),
        context,
        answer -> MessageDeletion.read(Json.bareOrData(answer.body(), "deletedIds")));
  }

  /** Brings a deleted message back. */
  public void restoreMessage(String id, CallContext context) {
    write(
        ProviderRequest.post(LIST + "/message")
            .with(new Query().set("requestId", JournalIds.of(id))),
        context);
  }

  /**
   * Deletes the voicemails of rows; the rows stay, and say when it was done.
   *
   * @param removeText whether the transcription goes as well
   */
  public void deleteVoicemails(Collection<String> ids, boolean removeText, CallContext context) {
    write(
        ProviderRequest.delete(LIST + "/voicemail")
            .with(
                new Query()
                    .setAll(IDS, JournalIds.of(ids))
                    .set("removeText", Boolean.toString(removeText))),
        context);
  }

  /**
   * The files of an MMS in one archive.
   *
   * @return empty when the provider has nothing to give, or no such row
   */
  public Optional<MmsArchive> mmsAttachments(String id, CallContext context) {
    try {
      return caller.call(
          ProviderRequest.get(ONE + "/mmsAttachments", JournalIds.of(id)),
          context,
          MmsArchive::read);
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private Query flagged(Collection<JournalFlag> flags, Collection<String> ids) {
    if (flags.isEmpty()) {
      throw new IllegalArgumentException("there is no flag");
    }
    return new Query().setWords("flags", flags).setAll(IDS, JournalIds.of(ids));
  }

  /** What the answer says differs between pages of the documentation (reference 6, row 9). */
  private void write(ProviderRequest request, CallContext context) {
    caller.call(request, context, answer -> answer.status());
  }
}
