package callcentre.client.journal;

/** How the transcription of a voicemail went. */
public enum SpeechRecognition {
  UNKNOWN,
  NOT_PERFORMED,
  SILENCE_OR_NO_SPEECH,
  SUCCESS,
  ERROR
}
