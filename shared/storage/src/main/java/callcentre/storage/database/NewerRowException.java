package callcentre.storage.database;

import callcentre.storage.Table;

/** A newer release wrote the row; this one would lose what it does not know, so it refuses. */
public final class NewerRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NewerRowException(Table table) {
    super(
        "a row of "
            + table.baseName()
            + " was written by a newer release; it was left as it is, deploy that release again");
  }
}
