package callcentre.simulator.history;

/** Where the work on a conversation stands; none at all is null (reference 3.5). */
public enum Workflow {
  OPEN("open"),
  RESOLVED("resolved");

  private final String word;

  Workflow(String word) {
    this.word = word;
  }

  /** The word of {@code wfstate.state}. */
  public String word() {
    return word;
  }
}
