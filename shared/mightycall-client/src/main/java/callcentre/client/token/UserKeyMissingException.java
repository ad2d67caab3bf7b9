package callcentre.client.token;

/**
 * A person has no MightyCall key of their own here, so nothing can be done in their name. There is
 * no other key to fall back to: it would act as somebody else (contract: 409 {@code
 * user_key_missing}).
 */
public final class UserKeyMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String userId;

  public UserKeyMissingException(String userId) {
    super(
        "This person has no MightyCall user key of their own. Nothing was sent; an administrator"
            + " can put the key, then try again.");
    this.userId = userId;
  }

  /** Whose key it is: the id of the table users. */
  public String userId() {
    return userId;
  }
}
