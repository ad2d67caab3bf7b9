package callcentre.client.facts;

import callcentre.client.journal.Availability;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalRecording;
import callcentre.client.journal.JournalVoicemail;
import callcentre.client.json.ProviderWord;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.Recording;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailId;
import java.time.Instant;
import java.util.Optional;

/** The voicemail of a journal row, and recordings as the journal describes them. */
final class JournalVoicemails {

  private JournalVoicemails() {}

  static VoicemailFact.JournalVoicemail of(JournalEntry row, Instant observedAt) {
    Optional<JournalVoicemail> voicemail = row.voicemail();
    boolean available =
        isAvailable(row.availability())
            && isAvailable(voicemail.flatMap(JournalVoicemail::availability))
            && voicemail.flatMap(JournalVoicemail::removedAt).isEmpty();
    return new VoicemailFact.JournalVoicemail(
        new VoicemailId(row.id()),
        row.requestGuid().map(CallId::new),
        JournalParties.client(row),
        JournalParties.business(row),
        voicemail.flatMap(JournalVoicemail::assignee).flatMap(JournalParties::colleague),
        row.created(),
        row.duration(),
        voicemail.flatMap(JournalVoicemail::duration),
        row.read().orElse(false),
        voicemail.flatMap(JournalVoicemail::text),
        voicemail.flatMap(JournalVoicemail::recording).flatMap(JournalVoicemails::recording),
        available,
        observedAt);
  }

  /** Empty where the journal says that nothing was recorded, or nothing about it. */
  static Optional<Recording> recording(JournalRecording recording) {
    return recording.isRecorded() || recording.link().isPresent()
        ? Optional.of(
            new Recording(
                recording.isRecorded() && isAvailable(recording.availability()),
                recording.duration(),
                recording.link()))
        : Optional.empty();
  }

  /** Only the word for the contrary says that something is gone. */
  static boolean isAvailable(Optional<ProviderWord<Availability>> said) {
    return said.filter(word -> word.is(Availability.NOT_AVAILABLE)).isEmpty();
  }
}
