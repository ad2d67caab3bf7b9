package callcentre.domain.voicemails;

/** The fields of a voicemail of which more than one source may speak. */
enum VoicemailField {
  FROM,
  TO,
  ASSIGNED,
  RECEIVED,
  READ,
  TRANSCRIPTION,
  RECORDING,
  REMOVED
}
