package callcentre.simulator.control;

/** Control input that cannot be used; the message tells the sender what to send instead. */
final class ControlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private ControlException(int status, String message) {
    super(message);
    this.status = status;
  }

  static ControlException invalid(String message) {
    return new ControlException(400, message);
  }

  static ControlException unknown(String message) {
    return new ControlException(404, message);
  }

  int status() {
    return status;
  }
}
