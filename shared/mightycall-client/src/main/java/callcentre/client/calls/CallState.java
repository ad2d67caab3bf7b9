package callcentre.client.calls;

/** How a call ended. {@code None} is of an older backend; cancelled calls have only a filter. */
public enum CallState {
  MISSED,
  CONNECTED,
  VOICE_MAIL,
  DROPPED,
  NONE
}
