package callcentre.functions.authorizer.keys;

/** The issuer's keys cannot be had now: no token can be judged, good or bad. */
public final class KeysUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysUnavailableException(String message) {
    super(message);
  }

  KeysUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
