package callcentre.client.journal;

/** Whether text or audio can be had. */
public enum Availability {
  UNKNOWN,
  AVAILABLE,
  NOT_AVAILABLE
}
