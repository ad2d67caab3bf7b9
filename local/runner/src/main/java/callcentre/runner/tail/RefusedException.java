package callcentre.runner.tail;

/** The stack says no, and would say so again. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
