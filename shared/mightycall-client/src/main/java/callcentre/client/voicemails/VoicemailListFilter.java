package callcentre.client.voicemails;

import callcentre.client.http.Query;

/**
 * What {@code voicemailFilter} may hold (reference 3.2). Those after {@code READ_AND_UN_READ}
 * choose where the provider looks for the search text.
 */
public enum VoicemailListFilter implements Query.Word {
  NONE("None"),
  READ("Read"),
  UN_READ("UnRead"),
  READ_AND_UN_READ("ReadAndUnRead"),
  CALLER_NAME("CallerName"),
  CALLER_ADDRESS("CallerAddress"),
  CALLED_NAME("CalledName"),
  CALLED_ADDRESS("CalledAddress"),
  START_TIME("StartTime"),
  START_DATE("StartDate"),
  DURATION("Duration"),
  TEXT_FIELDS("TextFields");

  private final String wireName;

  VoicemailListFilter(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
