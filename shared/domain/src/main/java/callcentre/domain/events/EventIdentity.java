package callcentre.domain.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which event it is: type, call, extension and time together (MightyCall reference 4.7; lessons:
 * "outgoing events collapse into one"). Two events that differ in one of them are two; an event
 * that is sent again, be it with another {@code Guid} or spelled differently, is the same.
 *
 * @param hash 32 hexadecimal digits of the SHA-256 of all four
 */
public record EventIdentity(String hash) {

  private static final String ABSENT = "-";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public EventIdentity {
    if (!FORM.matcher(hash).matches()) {
      throw new IllegalArgumentException("an event's identity is 32 hexadecimal digits: " + hash);
    }
  }

  static EventIdentity of(EventNotice notice) {
    List<String> parts =
        List.of(
            notice.type(),
            notice.callId().orElse(ABSENT),
            notice.extension().orElse(ABSENT),
            notice.at().map(Instant::toString).or(notice::timestamp).orElse(ABSENT));
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length in front keeps a text from running over into its neighbour.
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return new EventIdentity(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  @Override
  public String toString() {
    return hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
