package callcentre.functions.audio;

/**
 * A part of a recording, as much as one answer holds.
 *
 * @param bytes at most {@link #MOST_BYTES}
 * @param first place of the first byte
 * @param total length of the whole recording
 */
record Excerpt(AudioType type, byte[] bytes, long first, long total) {

  /**
   * An answer of Lambda ends at 6 MB, with the body in base64 (AWS Lambda quotas; contract: "206
   * parts ≤ 4 MB").
   */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  boolean isWhole() {
    return bytes.length == total;
  }

  /** RFC 9110, 14.4. */
  String contentRange() {
    return "bytes " + first + "-" + (first + bytes.length - 1) + "/" + total;
  }
}
