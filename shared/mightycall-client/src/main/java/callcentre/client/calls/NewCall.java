package callcentre.client.calls;

import callcentre.domain.phone.PhoneNumber;
import java.util.regex.Pattern;

/**
 * A call to be made (reference 2.7, 3.1).
 *
 * @param from a business number of the key's own user
 * @param to a number, or 2 to 15 digits of an extension or short number, with or without {@code +}
 */
public record NewCall(PhoneNumber from, String to) {

  /** The provider's own rule for {@code to}. */
  private static final Pattern TO = Pattern.compile("\\+?(?:[0-9] ?){2,15}");

  public NewCall {
    if (!isCallable(to)) {
      throw new IllegalArgumentException("'to' is no number that can be called");
    }
  }

  /** Whether the provider takes a text as {@code to}. */
  public static boolean isCallable(String to) {
    return TO.matcher(to).matches();
  }
}
