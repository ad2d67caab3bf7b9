package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderDuration;
import callcentre.client.json.ProviderWord;
import java.time.Duration;
import java.util.Optional;

/**
 * A recording of a call or a voicemail.
 *
 * @param link pre-authorised and as it was written; a secret that expires, never a name of the
 *     recording
 */
public record JournalRecording(
    Optional<String> recordingId,
    Optional<Duration> duration,
    Optional<ProviderWord<RecordingFlag>> flag,
    Optional<ProviderWord<RecordingStatus>> status,
    Optional<String> link,
    Optional<ProviderWord<Availability>> availability) {

  static JournalRecording read(Fields fields) {
    return new JournalRecording(
        fields.text("recordingId"),
        ProviderDuration.clock(fields, "duration"),
        fields.word("flag", RecordingFlag.class),
        fields.word("status", RecordingStatus.class),
        fields.text("link"),
        fields.word("availability", Availability.class));
  }

  /** Whether there is something to hear. */
  public boolean isRecorded() {
    return status.filter(word -> word.is(RecordingStatus.RECORDED)).isPresent()
        && flag.filter(word -> word.is(RecordingFlag.LOST)).isEmpty();
  }

  /** Without the link. */
  @Override
  public String toString() {
    return "JournalRecording[duration=" + duration + ", status=" + status + ", link=***]";
  }
}
