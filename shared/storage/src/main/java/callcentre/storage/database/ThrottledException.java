package callcentre.storage.database;

import callcentre.storage.Table;

/** DynamoDB kept leaving items of a batch unprocessed. What it did process stays; try again. */
public final class ThrottledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ThrottledException(Table table) {
    super(
        table.baseName()
            + " is throttled: a batch was not finished; what was processed stays, try again");
  }
}
