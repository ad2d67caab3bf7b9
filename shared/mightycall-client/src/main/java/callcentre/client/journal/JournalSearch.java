package callcentre.client.journal;

import callcentre.client.http.Query;

/** Where the provider looks for a search text; {@code VTT} is the transcription of voicemails. */
public enum JournalSearch implements Query.Word {
  CLIENT("Client"),
  BUSINESS_NUMBER("BusinessNumber"),
  COMMENT("Comment"),
  VTT("VTT");

  private final String wireName;

  JournalSearch(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
