package callcentre.api.tickets;

/**
 * The text is no ticket that is good now: made up, changed, expired, or sealed before the signing
 * secret was replaced. It does not say which: that would help a forger.
 */
public final class InvalidTicketException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidTicketException() {
    super("the ticket is not valid, or not any more");
  }
}
