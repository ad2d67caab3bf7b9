package callcentre.client.journal;

import callcentre.client.http.Query;

/** What became of a journal row; {@code ALL} is only for filters. */
public enum JournalState implements Query.Word {
  MISSED("Missed"),
  CONNECTED("Connected"),
  VOICE_MAIL("VoiceMail"),
  DROPPED("Dropped"),
  NO_ANSWER("NoAnswer"),
  SCHEDULED("Scheduled"),
  MESSAGE("Message"),
  ALL("All");

  private final String wireName;

  JournalState(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
