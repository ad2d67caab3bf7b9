package callcentre.client.calls;

import callcentre.client.http.Query;

/** What {@code callFilter} may hold (reference 3.1). */
public enum CallListFilter implements Query.Word {
  INCOMING("Incoming"),
  OUTGOING("Outgoing"),
  IN_OUTGOING("InOutgoing"),
  CONNECTED("Connected"),
  MISSED("Missed"),
  CANCELED("Canceled"),
  DROPPED("Dropped"),
  VOICEMAIL("Voicemail"),
  INTERNAL_ONLY("InternalOnly"),
  CALLBACK_WIDGET("CallbackWidget");

  private final String wireName;

  CallListFilter(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
