package callcentre.functions.authorizer.tokens;

/** The token is not good. The reason is for the log; the caller learns only that it is not. */
public final class RejectedTokenException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A token with a reason.
   *
   * @param reason in snake case, never a part of the token
   */
  public RejectedTokenException(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
