package callcentre.storage;

/**
 * The row changed between reading and writing. Nothing was written; read it again and repeat the
 * change on what it is now.
 */
public final class VersionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public VersionConflictException(Table table) {
    super(
        "a row of "
            + table.baseName()
            + " was changed by somebody else meanwhile; nothing was written, try again");
  }
}
