package callcentre.live.rows;

import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.calls.Call;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.User;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.voicemails.Voicemail;
import callcentre.storage.Versioned;
import callcentre.views.CallView;
import callcentre.views.JobView;
import callcentre.views.MessageView;
import callcentre.views.PresenceView;
import callcentre.views.UsageView;
import callcentre.views.VoicemailView;
import callcentre.views.json.ViewJson;
import java.time.Instant;
import java.util.Optional;

/** Writes rows as the live channel carries them; each is the very JSON of its list. */
public final class RowChanges {

  /** There is one row of it in an account. */
  private static final String USAGE_ID = "usage";

  private RowChanges() {}

  /**
   * A row that is in the topic no longer: it belongs to somebody else now, or another one is shown
   * instead.
   *
   * @param replacedBy the row that is shown instead; null where there is none
   */
  record Withdrawn(String id, boolean withdrawn, Optional<String> replacedBy) {}

  /** A call; its owner is the one of its start. */
  public static RowChange of(Call call, long version, NumberDirectory owners) {
    String id = call.id().value();
    return change(RowType.CALL, id, version, call.startedAt(), CallView.of(call, owners));
  }

  /** A voicemail, also one that is gone at the provider: its {@code removed} says so. */
  public static RowChange of(Voicemail voicemail, long version, NumberDirectory owners) {
    String id = voicemail.id().value();
    VoicemailView view = VoicemailView.of(voicemail, owners);
    return change(RowType.VOICEMAIL, id, version, voicemail.receivedAt(), view);
  }

  /** A message, ours or the journal's. */
  public static RowChange of(LoggedMessage message, long version, NumberDirectory owners) {
    return change(
        RowType.SMS, message.id(), version, message.at(), MessageView.of(message, owners));
  }

  /**
   * What a colleague does at a moment. It has no start of its own: who answers at the extension now
   * sees it from the first moment on.
   *
   * @param colleague who answers at the evidence's extension
   */
  public static RowChange of(User colleague, Versioned<PresenceEvidence> evidence, Instant now) {
    PresenceView view = PresenceView.of(PresenceView.Person.of(colleague), evidence.value(), now);
    return change(RowType.AGENT, colleague.id(), evidence.version(), now, view);
  }

  /** A sync job. */
  public static RowChange of(Versioned<SyncJob> job) {
    SyncJob told = job.value();
    return change(RowType.SYNC, told.id(), job.version(), told.createdAt(), JobView.of(told));
  }

  /** The provider's requests of the last 24 hours. */
  public static RowChange of(Versioned<BudgetLedger> ledger, BudgetPolicy policy, Instant now) {
    UsageView view = UsageView.of(ledger.value(), policy, now);
    return change(RowType.USAGE, USAGE_ID, ledger.version(), now, view);
  }

  /** The row is in the topic no longer. */
  public static RowChange withdrawn(
      RowType type, String id, long version, Instant startedAt, Optional<String> replacedBy) {
    return change(type, id, version, startedAt, new Withdrawn(id, true, replacedBy));
  }

  private static RowChange change(
      RowType type, String id, long version, Instant startedAt, Object view) {
    return RowChange.of(type, id, version, startedAt, ViewJson.write(view));
  }
}
