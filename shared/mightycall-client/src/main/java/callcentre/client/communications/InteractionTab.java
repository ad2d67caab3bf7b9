package callcentre.client.communications;

import callcentre.client.http.Query;

/** Whose interactions are shown (reference 3.7). */
public enum InteractionTab implements Query.Word {
  RECENT("Recent"),
  INTERNAL("Internal"),
  RECENT_WITH_INTERNAL("RecentWithInternal"),
  CLIENTS("Clients"),
  COLLEAGUES("Colleagues");

  private final String wireName;

  InteractionTab(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
