package callcentre.client.audio;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Content-Range} (RFC 9110, 14.4).
 *
 * @param first the first byte's place, from 0
 * @param last the last byte's place
 * @param total length of the whole; empty where the host does not know
 */
public record ContentRange(long first, long last, OptionalLong total) {

  private static final Pattern PART =
      Pattern.compile("bytes\\s+(\\d{1,15})-(\\d{1,15})/(\\d{1,15}|\\*)");
  private static final Pattern NONE = Pattern.compile("bytes\\s+\\*/(\\d{1,15})");

  /** How many bytes it is. */
  public long length() {
    return last - first + 1;
  }

  /** Empty when the header names no part. */
  static Optional<ContentRange> read(String header) {
    Matcher part = PART.matcher(header.strip().toLowerCase(Locale.ROOT));
    if (!part.matches()) {
      return Optional.empty();
    }
    ContentRange range =
        new ContentRange(
            Long.parseLong(part.group(1)), Long.parseLong(part.group(2)), total(part.group(3)));
    boolean possible =
        range.first <= range.last
            && (range.total.isEmpty() || range.last < range.total.getAsLong());
    return possible ? Optional.of(range) : Optional.empty();
  }

  /** The length that comes with 416. */
  static OptionalLong readTotal(String header) {
    Matcher none = NONE.matcher(header.strip().toLowerCase(Locale.ROOT));
    return none.matches() ? total(none.group(1)) : OptionalLong.empty();
  }

  private static OptionalLong total(String digits) {
    return digits.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
  }
}
