package callcentre.live;

/** A client's message that the contract does not have; its text tells the client's author why. */
public final class InvalidMessageException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidMessageException(String message) {
    super(message);
  }
}
