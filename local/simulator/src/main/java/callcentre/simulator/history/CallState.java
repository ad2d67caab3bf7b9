package callcentre.simulator.history;

/** How a call ended, in the words of the journal and of the calls. */
public enum CallState {
  CONNECTED("connected", "Connected"),
  MISSED("missed", "Missed"),
  VOICEMAIL("voiceMail", "VoiceMail"),
  /** The client hung up while being connected. */
  DROPPED("dropped", "Dropped"),
  /** The centre's caller hung up first; {@code Canceled} exists as a filter only (3.1). */
  CANCELED("dropped", "Dropped"),
  /** The called client did not answer; the calls know no word of their own for it. */
  NO_ANSWER("noAnswer", "Missed");

  private final String journalWord;
  private final String callWord;

  CallState(String journalWord, String callWord) {
    this.journalWord = journalWord;
    this.callWord = callWord;
  }

  /** The word of {@code state} in the journal. */
  public String journalWord() {
    return journalWord;
  }

  /** The word of {@code callStatus} in the calls. */
  public String callWord() {
    return callWord;
  }
}
