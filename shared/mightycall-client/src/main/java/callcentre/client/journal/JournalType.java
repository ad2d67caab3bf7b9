package callcentre.client.journal;

import callcentre.client.http.Query;

/** What a journal row is; {@code DEFAULT} and {@code ALL} are only for filters. */
public enum JournalType implements Query.Word {
  UNSPECIFIED("Unspecified"),
  CALL("Call"),
  MESSAGE("Message"),
  MESSAGE_THREAD("MessageThread"),
  TASK("Task"),
  CALLBACK_REQUEST("CallbackRequest"),
  SERVICE("Service"),
  DEFAULT("Default"),
  ALL("All");

  private final String wireName;

  JournalType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
