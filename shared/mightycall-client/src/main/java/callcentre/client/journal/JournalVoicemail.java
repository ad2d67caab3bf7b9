package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderDuration;
import callcentre.client.json.ProviderWord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The voicemail of a journal row.
 *
 * @param text the transcription
 * @param assignee to whom it was left
 * @param removedAt when somebody deleted it; the row stays
 */
public record JournalVoicemail(
    Optional<Duration> duration,
    Optional<String> text,
    Optional<ProviderWord<SpeechRecognition>> recognition,
    Optional<JournalAgent> assignee,
    Optional<JournalRecording> recording,
    Optional<ProviderWord<Availability>> availability,
    Optional<Instant> removedAt,
    Optional<String> removedByName,
    Optional<String> removedByUserId) {

  static JournalVoicemail read(Fields fields) {
    return new JournalVoicemail(
        ProviderDuration.clock(fields, "duration"),
        fields.text("text"),
        fields.word("speechRecognitionStatus", SpeechRecognition.class),
        fields.object("assignee").map(JournalAgent::read),
        fields.object("recording").map(JournalRecording::read),
        fields.word("availability", Availability.class),
        fields.time("whenRemoved"),
        fields.text("whoRemovedName"),
        fields.text("removedByUserGuid"));
  }
}
