package callcentre.storage.cursors;

/**
 * The text is not a cursor of this very list: changed, made up, of another query, person or right,
 * or sealed before the signing secret was replaced. It does not say which: that would help a
 * forger.
 */
public final class InvalidCursorException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidCursorException() {
    super(
        "cursor is not valid for this list; start again without cursor and keep the filters while"
            + " paging");
  }
}
