package callcentre.simulator.families.audio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first position of the first byte
 * @param last position of the last byte, inclusive; before {@code first} when nothing can be served
 */
record ByteRange(long first, long last) {

  private static final Pattern HEADER = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

  /**
   * The one range that a {@code Range} header asks for; empty for several ranges or another form,
   * which a server may ignore (RFC 9110, 14.2).
   */
  static Optional<ByteRange> of(String header, long length) {
    Matcher matcher = HEADER.matcher(header.replace(" ", ""));
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long count = Long.parseLong(matcher.group(2));
      return Optional.of(
          count == 0
              ? new ByteRange(length, -1)
              : new ByteRange(Math.max(0, length - count), length - 1));
    }
    long first = Long.parseLong(matcher.group(1));
    long wanted = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    if (!matcher.group(2).isEmpty() && wanted < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.min(wanted, length - 1)));
  }

  /** Whether any byte of it can be served. */
  boolean satisfiable() {
    return first <= last;
  }

  long count() {
    return last - first + 1;
  }
}
