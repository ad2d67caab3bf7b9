package callcentre.storage.links;

/** What became of a fact that was stored. */
public enum StoreOutcome {
  /** It is the first that is known of its row. */
  INSERTED,
  /** It changed its row. */
  UPDATED,
  /** Nothing differed, so nothing was written. */
  UNCHANGED,
  /** Its record was new and joined a row that another family had told of. */
  MERGED,
  /** It could not be stored; what was stored before is as it was. */
  FAILED
}
