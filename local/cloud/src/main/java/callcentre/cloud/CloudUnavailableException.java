package callcentre.cloud;

/** The chosen cloud cannot be had on this machine; tests that need it are skipped. */
public final class CloudUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CloudUnavailableException(String message) {
    super(message);
  }
}
