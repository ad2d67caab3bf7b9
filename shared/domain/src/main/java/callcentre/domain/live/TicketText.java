package callcentre.domain.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a client shows to open a connection: 32 random bytes that say nothing. It is never stored or
 * logged.
 *
 * @param value 43 characters of base64 for URLs
 */
public record TicketText(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public TicketText {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a ticket has 43 characters of base64 for URLs");
    }
  }

  /**
   * A new ticket.
   *
   * @param random a cryptographic source
   */
  public static TicketText next(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TicketText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty when the text cannot be a ticket. */
  public static Optional<TicketText> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TicketText(text)) : Optional.empty();
  }

  /** By what it is kept: SHA-256 in hexadecimal, from which nobody finds the ticket. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Without the ticket, because texts end in logs. */
  @Override
  public String toString() {
    return "a ticket";
  }
}
