package callcentre.client.journal;

import callcentre.client.http.Query;

/**
 * Whether somebody has still to do something about a row. {@code FINISHED} and {@code RESOLVED} may
 * be synonyms (reference 6, row 8); only {@code OPEN} and {@code RESOLVED} can be set; {@code ALL}
 * is only for filters.
 */
public enum JournalWorkflow implements Query.Word {
  OPEN("Open"),
  FINISHED("Finished"),
  RESOLVED("Resolved"),
  ALL("All");

  private final String wireName;

  JournalWorkflow(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
