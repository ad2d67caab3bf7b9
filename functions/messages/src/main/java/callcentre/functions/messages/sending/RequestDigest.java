package callcentre.functions.messages.sending;

import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.StoredFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Short texts that stand for longer ones. */
public final class RequestDigest {

  private RequestDigest() {}

  /** The same for two orders of the same message to the same recipients, in whatever order. */
  static String of(SendOrder order) {
    List<String> parts = new ArrayList<>();
    parts.add(order.from().e164());
    parts.add(Integer.toString(order.to().size()));
    order.to().stream().map(PhoneNumber::e164).sorted().forEach(parts::add);
    parts.add(order.text());
    for (StoredFile file : order.files()) {
      parts.add(file.name());
      parts.add(file.base64());
    }
    return of(parts);
  }

  /** 64 hexadecimal digits; two different lists of texts never give the same ones. */
  public static String of(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
