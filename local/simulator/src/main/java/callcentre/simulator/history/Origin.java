package callcentre.simulator.history;

/** Who began a conversation, in the words of the journal and of the calls. */
public enum Origin {
  INBOUND("inbound", "Incoming"),
  OUTBOUND("outbound", "Outgoing"),
  /** The reference's schema has no such direction; an older backend has (3.1, B). */
  CALLBACK("callback", "Callback"),
  /** Among colleagues: the calls know no word of their own for it. */
  INTERNAL("internal", "Outgoing");

  private final String journalWord;
  private final String callWord;

  Origin(String journalWord, String callWord) {
    this.journalWord = journalWord;
    this.callWord = callWord;
  }

  /** The word of {@code origin} in the journal. */
  public String journalWord() {
    return journalWord;
  }

  /** The word of {@code direction} in the calls. */
  public String callWord() {
    return callWord;
  }
}
