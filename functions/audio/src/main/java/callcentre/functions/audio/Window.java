package callcentre.functions.audio;

/**
 * The bytes that are asked of the provider's host: never more than one answer holds.
 *
 * @param first place of the first byte
 * @param last place of the last one
 */
record Window(long first, long last) {

  /** A range beyond this is behind every recording's end, and the client takes 15 digits. */
  private static final long FARTHEST = 999_999_999_999_999L - Excerpt.MOST_BYTES;

  static Window of(long first, long last) {
    long from = Math.min(first, FARTHEST);
    return new Window(from, Math.min(Math.max(last, from), from + Excerpt.MOST_BYTES - 1));
  }

  int length() {
    return Math.toIntExact(last - first + 1);
  }

  /** RFC 9110, 14.2. */
  String header() {
    return "bytes=" + first + "-" + last;
  }
}
