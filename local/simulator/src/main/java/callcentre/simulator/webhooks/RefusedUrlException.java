package callcentre.simulator.webhooks;

/** A URL that cannot be registered; the message says why and what to do. */
public final class RefusedUrlException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedUrlException(String message) {
    super(message);
  }
}
