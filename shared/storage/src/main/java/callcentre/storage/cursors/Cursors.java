package callcentre.storage.cursors;

import callcentre.storage.PageKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Opaque cursors: the last key of a page, sealed for one {@link CursorContext}.
 *
 * <p>A signature alone would not do: a list that is filtered by what the caller may see can stop at
 * a row of somebody else, and a signed key could be read. A {@link Seal} both hides and
 * authenticates.
 */
public final class Cursors {

  /** A longer text cannot be a cursor of ours: keys have at most a few hundred characters. */
  private static final int LONGEST = 4_096;

  private final Seal seal;

  /**
   * Cursors under the signing secret.
   *
   * @param keys asked at each use, so that a replaced secret takes effect
   * @param random a cryptographic source; a nonce must not come twice
   */
  public Cursors(Supplier<SigningKeys> keys, RandomGenerator random) {
    this.seal = new Seal(keys, SigningKeys.CURSOR, random, LONGEST);
  }

  /** The cursor that leads to what follows the key; URL-safe without padding. */
  public String seal(CursorContext context, PageKey key) {
    return seal.seal(context.fingerprint(), write(key));
  }

  /**
   * The key inside a cursor.
   *
   * @throws InvalidCursorException when this is not, bit by bit, a cursor that {@link #seal} made
   *     for an equal context
   */
  public PageKey open(CursorContext context, String cursor) {
    return read(seal.open(context.fingerprint(), cursor).orElseThrow(InvalidCursorException::new));
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
