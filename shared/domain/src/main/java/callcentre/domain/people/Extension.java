package callcentre.domain.people;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An agent's extension: the short number by which the provider knows a person.
 *
 * @param digits 2 to 6 digits
 */
public record Extension(String digits) implements Comparable<Extension> {

  private static final Pattern FORM = Pattern.compile("[0-9]{2,6}");
  private static final Comparator<String> BY_VALUE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public Extension {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("an extension has 2 to 6 digits, for example 101");
    }
  }

  /** Empty when the text is not an extension. */
  public static Optional<Extension> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Extension(text)) : Optional.empty();
  }

  @Override
  public int compareTo(Extension other) {
    return BY_VALUE.compare(digits, other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
