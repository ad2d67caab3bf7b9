package callcentre.cloud.websocket;

/** A function did not answer: a client that is connecting sees 502, one that asked an error. */
public final class IntegrationException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what failed, for the log of this process; no client sees it
   */
  public IntegrationException(String message) {
    super(message);
  }
}
