package callcentre.storage.cursors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cursor is good for: the same question by the same person with the same rights.
 *
 * @param route for example {@code GET /api/admin/mightycall/phone-numbers}
 * @param filters every query parameter that decides which rows the list has and in which order; not
 *     the page's size
 * @param scope names the caller and everything that decides what the caller sees
 */
public record CursorContext(String route, SortedMap<String, String> filters, String scope) {

  public CursorContext {
    filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
  }

  public static CursorContext of(String route, Map<String, String> filters, String scope) {
    return new CursorContext(route, new TreeMap<>(filters), scope);
  }

  /** 32 bytes that differ whenever anything of the context differs. */
  byte[] fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, route);
      add(digest, scope);
      filters.forEach(
          (name, value) -> {
            add(digest, name);
            add(digest, value);
          });
      return digest.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** With its length in front: two different lists of texts never give the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
