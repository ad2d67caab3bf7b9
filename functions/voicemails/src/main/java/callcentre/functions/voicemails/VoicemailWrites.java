package callcentre.functions.voicemails;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClient;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.journal.JournalFlag;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import callcentre.domain.voicemails.VoicemailId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks and deletes voicemails: through their journal record at the provider first, then in the row
 * here, where it is a fact like any other.
 */
@Singleton
final class VoicemailWrites {

  private static final Logger LOG = LoggerFactory.getLogger(VoicemailWrites.class);

  /** API Gateway gives up after 29 s; the rest is for our own reads and writes. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final Outcome OUTCOME =
      new Outcome("Nothing was changed.", "It may have been done; sending it again does no harm.");

  private final VisibleVoicemails voicemails;
  private final StoredVoicemails rows;
  private final MightyCallClient client;
  private final InstantSource clock;

  VoicemailWrites(
      VisibleVoicemails voicemails,
      StoredVoicemails rows,
      MightyCallClient client,
      InstantSource clock) {
    this.voicemails = voicemails;
    this.rows = rows;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Marks a voicemail.
   *
   * @return the voicemail as it is now
   * @throws ApiException 404 for one that the caller may not see, 409 where its journal record is
   *     not certain, or what the provider's failure answers
   */
  Voicemail mark(String id, boolean read, Caller caller) {
    VoicemailId journalId = certain(voicemails.require(id, caller));
    Set<JournalFlag> flags = Set.of(JournalFlag.IS_READ);
    List<String> ids = List.of(journalId.value());
    Instant sentAt = clock.instant();
    try {
      if (read) {
        client.journal().addFlags(flags, ids, context());
      } else {
        client.journal().removeFlags(flags, ids, context());
      }
    } catch (MightyCallException failure) {
      throw problem(failure, clock.instant());
    }
    return rows.note(new ReadEdit(journalId, read, sentAt));
  }

  /**
   * Deletes a voicemail's sound and text; the row stays. One that is gone already is as it should
   * be.
   *
   * @return the voicemail as it is now
   * @throws ApiException as {@link #mark}
   */
  Voicemail delete(String id, Caller caller) {
    Voicemail voicemail = voicemails.require(id, caller);
    if (voicemail.removed()) {
      return voicemail;
    }
    VoicemailId journalId = certain(voicemail);
    VoicemailFact fact = delete(journalId);
    LOG.atWarn()
        .addKeyValue("audit", "voicemail_deletion")
        .addKeyValue("actor", caller.principal().userId())
        .addKeyValue("voicemail", journalId)
        .log("A voicemail was deleted at the provider");
    return rows.note(fact);
  }

  private VoicemailFact delete(VoicemailId journalId) {
    Instant sentAt = clock.instant();
    try {
      client.journal().deleteVoicemails(List.of(journalId.value()), true, context());
      return new RemovalEdit(journalId, true, sentAt);
    } catch (MightyCallException failure) {
      if (failure.kind() == ErrorKind.NOT_FOUND) {
        return new Absence(journalId, sentAt);
      }
      throw problem(failure, clock.instant());
    }
  }

  private CallContext context() {
    return new CallContext(RequestClass.INTERACTIVE, Deadline.in(LONGEST_CALL, clock));
  }

  private static ApiException problem(MightyCallException failure, Instant now) {
    if (failure.kind() != ErrorKind.NOT_FOUND) {
      return ProviderProblems.ofWrite(failure, OUTCOME, Repetition.HARMLESS, now);
    }
    ApiException gone =
        ApiException.of(
            ErrorCode.NOT_FOUND,
            "MightyCall has no journal record of this voicemail any more. Nothing was changed.",
            failure);
    return ProviderProblems.detailed(gone, failure, now);
  }

  private static VoicemailId certain(Voicemail voicemail) {
    return voicemail
        .writableJournalId()
        .orElseThrow(
            () ->
                ApiException.of(
                    ErrorCode.AMBIGUOUS_RECORD,
                    "It is not certain which journal record at MightyCall belongs to this"
                        + " voicemail. Nothing was changed. Where the journal simply was not read"
                        + " yet, the next sync makes it known."));
  }
}
