package callcentre.client.journal;

import callcentre.client.http.Query;

/** Where a journal row comes from; {@code ALL} is only for filters. */
public enum JournalOrigin implements Query.Word {
  UNSPECIFIED("Unspecified"),
  INBOUND("Inbound"),
  OUTBOUND("Outbound"),
  CALLBACK("Callback"),
  INTERNAL("Internal"),
  ALL("All");

  private final String wireName;

  JournalOrigin(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
