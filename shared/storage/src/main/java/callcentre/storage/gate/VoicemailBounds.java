package callcentre.storage.gate;

import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailFact.VoicemailEdit;
import callcentre.storage.gate.Refused.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** What a voicemail can be. */
final class VoicemailBounds {

  private VoicemailBounds() {}

  static Optional<Reason> reason(VoicemailFact fact, Bounds bounds) {
    return switch (fact) {
      case ListedVoicemail listed ->
          bounds.reason(
              Stream.of(listed.receivedAt(), listed.observedAt()), Stream.empty(), listed);
      case JournalVoicemail journal ->
          bounds.reason(
              Stream.of(journal.startedAt(), journal.observedAt()),
              Stream.of(journal.callDuration(), journal.duration()),
              journal);
      case Absence absence ->
          bounds.reason(Stream.of(absence.observedAt()), Stream.empty(), absence);
      case VoicemailEdit edit -> bounds.reason(Stream.of(edit.observedAt()), Stream.empty(), edit);
    };
  }
}
