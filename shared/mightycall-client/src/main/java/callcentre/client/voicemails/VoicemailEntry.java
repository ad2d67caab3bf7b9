package callcentre.client.voicemails;

import callcentre.client.audio.RecordedFile;
import callcentre.client.json.Fields;
import callcentre.client.json.ProviderDuration;
import callcentre.client.json.ProviderWord;
import callcentre.client.json.RowIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A voicemail as {@code /voicemails} tells of it (reference 3.2). Only id and time are always
 * there.
 *
 * @param id GUID in small letters; not the id of its journal row
 * @param from the caller, as it was written
 * @param to the business number, as it was written
 * @param assignedTo a name, not an extension
 * @param leftAt when it was left
 * @param durationWithoutUnit seconds or milliseconds: the provider does not say, and the number's
 *     size does not tell; its journal row has the same duration with a unit
 * @param recording with a link that is good now
 */
public record VoicemailEntry(
    String id,
    Optional<String> from,
    Optional<String> to,
    Optional<String> assignedTo,
    Instant leftAt,
    Optional<BigDecimal> durationWithoutUnit,
    Optional<ProviderWord<VoicemailState>> state,
    Optional<RecordedFile> recording,
    Optional<String> storageId) {

  static VoicemailEntry read(Fields fields) {
    return new VoicemailEntry(
        RowIds.require(fields, "id"),
        fields.text("from"),
        fields.text("to"),
        fields.text("assignedTo"),
        fields.requireTime("dateTimeUtc"),
        ProviderDuration.withoutUnit(fields, "duration"),
        fields.word("voicemailStatus", VoicemailState.class),
        RecordedFile.read(fields, "voicemailRecord"),
        fields.text("storageId"));
  }
}
