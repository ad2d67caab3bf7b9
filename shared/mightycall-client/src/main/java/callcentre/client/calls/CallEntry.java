package callcentre.client.calls;

import callcentre.client.audio.RecordedFile;
import callcentre.client.json.Fields;
import callcentre.client.json.ProviderDuration;
import callcentre.client.json.ProviderWord;
import callcentre.client.json.RowIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call as {@code /calls} tells of it (reference 3.1). Only id and time are always there.
 *
 * @param id GUID in small letters
 * @param caller who called; empty for a caller of whom nothing is said
 * @param called every party that was dialled
 * @param businessNumber as it was written
 * @param registeredAt when the call began
 * @param duration zero for a call that nobody answered; empty while the provider does not say
 */
public record CallEntry(
    String id,
    Optional<CallParty> caller,
    List<CallParty> called,
    Optional<String> businessNumber,
    Instant registeredAt,
    Optional<Duration> duration,
    Optional<ProviderWord<CallDirection>> direction,
    Optional<ProviderWord<CallState>> state,
    Optional<RecordedFile> recording) {

  public CallEntry {
    called = List.copyOf(called);
  }

  static CallEntry read(Fields fields) {
    return new CallEntry(
        RowIds.require(fields, "id"),
        fields.object("caller").map(CallParty::read),
        fields.objects("called").stream().map(CallParty::read).toList(),
        fields.text("businessNumber"),
        fields.requireTime("dateTimeUtc"),
        ProviderDuration.millis(fields, "duration"),
        fields.word("direction", CallDirection.class),
        fields.word("callStatus", CallState.class),
        RecordedFile.read(fields, "callRecord"));
  }
}
