package callcentre.functions.users;

import callcentre.client.users.UserKeys;
import callcentre.domain.validation.FieldErrors;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of {@code PUT /api/admin/users/{userId}/mightycall-key}.
 *
 * @param key the user's key of MightyCall, 1 to {@link UserKeys#LONGEST_KEY} characters
 */
record KeyBody(Optional<String> key) {

  private static final Pattern KEY =
      Pattern.compile("[\\x21-\\x7e]{1," + UserKeys.LONGEST_KEY + "}");

  KeyBody {
    key = key.map(String::strip);
    new FieldErrors()
        .require(
            key.filter(written -> KEY.matcher(written).matches()).isPresent(),
            "key",
            key.isEmpty()
                ? "is required"
                : "must have 1 to " + UserKeys.LONGEST_KEY + " characters, without blanks")
        .throwIfAny();
  }

  /** Without the key, which must not reach a log. */
  @Override
  public String toString() {
    return "KeyBody[***]";
  }
}
