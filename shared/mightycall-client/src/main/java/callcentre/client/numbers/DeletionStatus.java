package callcentre.client.numbers;

/** What became of one number; the provider knows more words that are not documented here. */
public enum DeletionStatus {
  /** Deleted. */
  DEL,
  /** Not deleted. */
  FDEL
}
