package callcentre.client.json;

/** A successful answer lacks what its family always has, or has it in another form. */
public final class UnreadableAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what is wrong, in our own words: names of fields, never their values
   */
  public UnreadableAnswerException(String what) {
    super(what);
  }
}
