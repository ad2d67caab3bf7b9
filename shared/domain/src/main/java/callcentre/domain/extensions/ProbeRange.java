package callcentre.domain.extensions;

import callcentre.domain.people.Extension;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The extensions that are tried although nobody named them: the parameter {@code ExtensionProbe}.
 *
 * @param first lowest extension, 10 to 999999
 * @param last highest extension, at most {@value #LARGEST} in all
 */
public record ProbeRange(int first, int last) {

  /** Every untried extension costs a provider request. */
  public static final int LARGEST = 100;

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{1,5})-([1-9][0-9]{1,5})");

  public ProbeRange {
    if (first < 10 || last > 999_999 || last < first || last - first >= LARGEST) {
      throw new IllegalArgumentException(
          "a probe range has 1 to " + LARGEST + " extensions, for example 100-120");
    }
  }

  /**
   * Reads {@code 100-120}.
   *
   * @throws IllegalArgumentException when it is not two extensions, the lower one first, with at
   *     most {@value #LARGEST} in all
   */
  public static ProbeRange parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a probe range; write two extensions, for example 100-120");
    }
    return new ProbeRange(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  public List<Extension> extensions() {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> new Extension(Integer.toString(number)))
        .toList();
  }
}
