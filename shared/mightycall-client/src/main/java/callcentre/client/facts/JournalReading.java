package callcentre.client.facts;

import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import java.util.Optional;

/** What a row of the journal is. */
public sealed interface JournalReading {

  /**
   * A call, or a wish to be called back.
   *
   * @param voicemail the one that was left in it
   */
  record CallRow(JournalCall call, Optional<JournalVoicemail> voicemail)
      implements JournalReading {}

  /** A text message. */
  record MessageRow(JournalMessage message) implements JournalReading {}

  /**
   * Nothing of the history: a task, the head of a thread, a type that is not known.
   *
   * @param id the journal's
   * @param reason in our own words, with the provider's word for the type
   */
  record OtherRow(String id, String reason) implements JournalReading {}
}
