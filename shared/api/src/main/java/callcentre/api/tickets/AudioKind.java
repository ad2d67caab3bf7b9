package callcentre.api.tickets;

/** What a ticket plays. */
public enum AudioKind {
  /** The recording of a call. */
  RECORDING,
  /** What somebody left on a voicemail. */
  VOICEMAIL
}
