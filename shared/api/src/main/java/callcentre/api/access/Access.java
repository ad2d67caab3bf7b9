package callcentre.api.access;

/** How much of a route's data a role sees or changes; the letters of the contract's table. */
public enum Access {
  /** Everything of the account: a letter alone. */
  ALL,
  /**
   * Only what lies within the caller's own scope: a letter with a star. For managers and
   * administrators of organisations that is what belongs to the numbers of their organisations; for
   * agents their own rows, and numbers, extensions and contacts of their organisations.
   */
  SCOPED,
  /** Only what is about the caller itself. */
  SELF,
  /** Nothing: the route answers 403. */
  NONE
}
