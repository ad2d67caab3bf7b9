package callcentre.client.journal;

import callcentre.client.http.Query;

/** A mark that can be put on rows and taken from them (reference 3.5). */
public enum JournalFlag implements Query.Word {
  IS_READ("IsRead"),
  FAVORITE("Favorite"),
  REMOVED("Removed");

  private final String wireName;

  JournalFlag(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
