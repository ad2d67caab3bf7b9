package callcentre.domain.messages.sending;

import callcentre.domain.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Messages that the journal cannot tell apart: the same text from one number to another, in one
 * stretch of ten minutes. They are settled together.
 *
 * @param from the business number
 * @param to the recipient
 * @param textHash of {@link #hash}
 * @param window the number of the stretch since 1970
 */
public record SendGroup(PhoneNumber from, PhoneNumber to, String textHash, long window) {

  /** The length of a stretch. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int HASH_BYTES = 16;

  /** The group of a message that was claimed then. */
  public static SendGroup of(PhoneNumber from, PhoneNumber to, String text, Instant claimedAt) {
    return new SendGroup(from, to, hash(text), windowOf(claimedAt));
  }

  /** The same text and numbers in another stretch, earlier ones by a negative distance. */
  public SendGroup moved(long stretches) {
    return new SendGroup(from, to, textHash, window + stretches);
  }

  /** When the stretch begins. */
  public Instant start() {
    return Instant.ofEpochSecond(Math.multiplyExact(window, WINDOW.toSeconds()));
  }

  /** The first moment after the stretch. */
  public Instant end() {
    return start().plus(WINDOW);
  }

  /** The stretch that a moment lies in. */
  public static long windowOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), WINDOW.toSeconds());
  }

  /**
   * Tells one text from another, whatever a provider does to its blanks and composed characters.
   *
   * @return 32 hexadecimal digits
   */
  public static String hash(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
