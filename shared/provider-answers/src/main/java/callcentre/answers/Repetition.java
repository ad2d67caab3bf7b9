package callcentre.answers;

/** What happens when a request that failed is sent again, which decides what a person is told. */
public enum Repetition {
  /** It says what shall be, or only reads: the same result. */
  HARMLESS,
  /** It would perhaps be done twice: an answer never invites to that. */
  DOES_IT_TWICE
}
