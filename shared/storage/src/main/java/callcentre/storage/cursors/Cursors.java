package callcentre.storage.cursors;

import callcentre.storage.PageKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque cursors: the last key of a page, sealed with AES-256-GCM for one {@link CursorContext}.
 *
 * <p>A signature alone would not do: a list that is filtered by what the caller may see can stop at
 * a row of somebody else, and a signed key could be read. GCM both hides and authenticates (NIST SP
 * 800-38D); its tag is compared in constant time by the platform.
 *
 * <p>Form: base64url of version (1 byte), nonce (12), sealed key, tag (16).
 */
public final class Cursors {

  /** A longer text cannot be a cursor of ours: keys have at most a few hundred characters. */
  private static final int LONGEST = 4_096;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST_BYTES = 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final Supplier<SigningKeys> keys;
  private final RandomGenerator random;

  /**
   * Cursors under the signing secret.
   *
   * @param keys asked at each use, so that a replaced secret takes effect
   * @param random a cryptographic source; a nonce must not come twice
   */
  public Cursors(Supplier<SigningKeys> keys, RandomGenerator random) {
    this.keys = keys;
    this.random = random;
  }

  /** The cursor that leads to what follows the key; URL-safe without padding. */
  public String seal(CursorContext context, PageKey key) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, context, nonce, write(key));
    byte[] cursor =
        ByteBuffer.allocate(1 + nonce.length + sealed.length)
            .put(VERSION)
            .put(nonce)
            .put(sealed)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /**
   * The key inside a cursor.
   *
   * @throws InvalidCursorException when this is not, bit by bit, a cursor that {@link #seal} made
   *     for an equal context
   */
  public PageKey open(CursorContext context, String cursor) {
    byte[] bytes = decode(cursor);
    if (bytes.length < SHORTEST_BYTES || bytes[0] != VERSION) {
      throw new InvalidCursorException();
    }
    byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(bytes, 1 + NONCE_BYTES, bytes.length);
    return read(apply(Cipher.DECRYPT_MODE, context, nonce, sealed));
  }

  private byte[] apply(int mode, CursorContext context, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(
          mode,
          new SecretKeySpec(keys.get().derive(SigningKeys.CURSOR), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(new byte[] {VERSION});
      cipher.updateAAD(context.fingerprint());
      return cipher.doFinal(text);
    } catch (AEADBadTagException forged) {
      throw new InvalidCursorException();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  private static byte[] decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw new InvalidCursorException();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw new InvalidCursorException();
    }
    // The last character has bits that carry nothing: the same bytes in another writing.
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
      throw new InvalidCursorException();
    }
    return bytes;
  }

  private static byte[] write(PageKey key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    key.attributes()
        .forEach(
            (name, value) -> {
              try {
                out.writeUTF(name);
                out.writeUTF(value);
              } catch (IOException impossible) {
                throw new UncheckedIOException("memory does not fail", impossible);
              }
            });
    return bytes.toByteArray();
  }

  private static PageKey read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SortedMap<String, String> attributes = new TreeMap<>();
      while (in.available() > 0) {
        String name = in.readUTF();
        attributes.put(name, in.readUTF());
      }
      return new PageKey(attributes);
    } catch (IOException unreadable) {
      throw new InvalidCursorException();
    }
  }
}
