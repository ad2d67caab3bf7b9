package callcentre.storage;

/** What a write did. */
public enum Outcome {
  INSERTED,
  UPDATED,
  /** Nothing differed, so nothing was written. */
  UNCHANGED
}
