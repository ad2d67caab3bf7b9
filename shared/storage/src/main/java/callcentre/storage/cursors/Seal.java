package callcentre.storage.cursors;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides and authenticates bytes that travel through a client: AES-256-GCM (NIST SP 800-38D) under
 * one key of the signing secret. The platform compares the tag in constant time.
 *
 * <p>Form: base64url without padding of version (1 byte), nonce (12), sealed bytes, tag (16).
 */
public final class Seal {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST_BYTES = 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final Supplier<SigningKeys> keys;
  private final String label;
  private final RandomGenerator random;
  private final int longest;

  /**
   * Seals for one purpose.
   *
   * @param keys asked at each use, so that a replaced secret takes effect
   * @param label the purpose's key, for example {@link SigningKeys#TICKET}
   * @param random a cryptographic source; a nonce must not come twice
   * @param longest characters; a longer text cannot be a sealed one of this purpose
   */
  public Seal(Supplier<SigningKeys> keys, String label, RandomGenerator random, int longest) {
    this.keys = keys;
    this.label = label;
    this.random = random;
    this.longest = longest;
  }

  /**
   * The sealed form, URL-safe.
   *
   * @param context what the bytes are good for; it is not in the text, {@link #open} needs the same
   */
  public String seal(byte[] context, byte[] bytes) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, context, nonce).doFinal(bytes);
      byte[] text =
          ByteBuffer.allocate(1 + nonce.length + sealed.length)
              .put(VERSION)
              .put(nonce)
              .put(sealed)
              .array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  /**
   * The bytes inside a text.
   *
   * @return empty when this is not, bit by bit, a text that {@link #seal} made for an equal context
   */
  public Optional<byte[]> open(byte[] context, String text) {
    return decode(text)
        .filter(bytes -> bytes.length >= SHORTEST_BYTES && bytes[0] == VERSION)
        .flatMap(bytes -> unseal(context, bytes));
  }

  private Optional<byte[]> unseal(byte[] context, byte[] bytes) {
    byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
    try {
      int from = 1 + NONCE_BYTES;
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, context, nonce).doFinal(bytes, from, bytes.length - from));
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  private Cipher cipher(int mode, byte[] context, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(
        mode,
        new SecretKeySpec(keys.get().derive(label), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(context);
    return cipher;
  }

  private Optional<byte[]> decode(String text) {
    if (text.length() > longest) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    // The last character has bits that carry nothing: the same bytes in another writing.
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)
        ? Optional.of(bytes)
        : Optional.empty();
  }
}
