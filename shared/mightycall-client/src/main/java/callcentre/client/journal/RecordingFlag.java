package callcentre.client.journal;

/** Whether a recording is to be heard. */
public enum RecordingFlag {
  NONE,
  HIDDEN,
  PUBLIC,
  LOST
}
