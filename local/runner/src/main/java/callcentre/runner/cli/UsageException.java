package callcentre.runner.cli;

/** What a person asked for cannot be done as asked; the message says what to do instead. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
