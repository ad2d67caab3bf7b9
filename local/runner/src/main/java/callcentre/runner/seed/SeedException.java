package callcentre.runner.seed;

/** The system refused a step of its own first data. */
public final class SeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SeedException(String message) {
    super(message);
  }
}
