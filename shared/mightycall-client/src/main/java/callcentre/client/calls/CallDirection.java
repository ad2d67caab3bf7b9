package callcentre.client.calls;

/** Where a call comes from. {@code Callback} and {@code None} are of an older backend. */
public enum CallDirection {
  INCOMING,
  OUTGOING,
  CALLBACK,
  NONE
}
