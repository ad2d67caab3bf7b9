package callcentre.simulator.control;

import callcentre.simulator.settings.AudioRules;
import callcentre.simulator.settings.ContactCenterAccess;
import callcentre.simulator.settings.HistoryRules;
import callcentre.simulator.settings.MmsAnswer;
import callcentre.simulator.settings.SimulatorSettings;
import callcentre.simulator.settings.VoicemailUnit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The switches of {@code /_simulator/settings} that concern calls, the journal and recordings. */
final class HistorySettings {

  private static final int A_YEAR_SECONDS = 31_536_000;
  private static final int A_DAY_SECONDS = 86_400;

  private HistorySettings() {}

  static HistoryRules history(Fields fields, HistoryRules old) {
    return new HistoryRules(
        fields.integer("call_delay_seconds", 0, A_DAY_SECONDS).orElse(old.callDelaySeconds()),
        fields.integer("journal_delay_seconds", 0, A_DAY_SECONDS).orElse(old.journalDelaySeconds()),
        fields.number("zero_guid_share", 0, 1).orElse(old.zeroGuidShare()),
        fields
            .named("voicemail_unit", VoicemailUnit::ofLabel, "seconds, milliseconds")
            .orElse(old.voicemailUnit()),
        fields.bool("wrapped_journal").orElse(old.wrappedJournal()),
        fields
            .named("contact_center_access", ContactCenterAccess::ofLabel, "all, admins, nobody")
            .orElse(old.contactCenterAccess()),
        fields.named("mms_answer", MmsAnswer::ofLabel, "zip, base64, json").orElse(old.mmsAnswer()),
        fields.bool("own_calls_only").orElse(old.ownCallsOnly()));
  }

  static AudioRules audio(Fields fields, AudioRules old) {
    int status = fields.integer("expired_link_status", 403, 404).orElse(old.expiredStatus());
    return new AudioRules(
        fields.bool("audio_ranges").orElse(old.ranges()),
        fields
            .integer("link_lifetime_seconds", 0, A_YEAR_SECONDS)
            .orElse(old.linkLifetimeSeconds()),
        status,
        length(fields, old),
        fields.bool("single_slash_links").orElse(old.singleSlashLinks()));
  }

  static ObjectNode show(ObjectNode json, SimulatorSettings settings) {
    HistoryRules history = settings.history();
    AudioRules audio = settings.audio();
    return json.put("call_delay_seconds", history.callDelaySeconds())
        .put("journal_delay_seconds", history.journalDelaySeconds())
        .put("zero_guid_share", history.zeroGuidShare())
        .put("voicemail_unit", history.voicemailUnit().label())
        .put("wrapped_journal", history.wrappedJournal())
        .put("contact_center_access", history.contactCenterAccess().label())
        .put("mms_answer", history.mmsAnswer().label())
        .put("own_calls_only", history.ownCallsOnly())
        .put("audio_ranges", audio.ranges())
        .put("link_lifetime_seconds", audio.linkLifetimeSeconds())
        .put("expired_link_status", audio.expiredStatus())
        .put("recording_seconds", audio.lengthSeconds())
        .put("single_slash_links", audio.singleSlashLinks());
  }

  /** 0 takes the length back to that of each talk. */
  private static @Nullable Integer length(Fields fields, AudioRules old) {
    Integer seconds = fields.integer("recording_seconds", 0, A_DAY_SECONDS).orElse(null);
    return seconds == null ? old.lengthSeconds() : seconds == 0 ? null : seconds;
  }
}
