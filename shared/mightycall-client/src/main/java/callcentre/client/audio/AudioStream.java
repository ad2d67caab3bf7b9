package callcentre.client.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bytes on their way. Must be closed: that ends the connection, read to the end or not.
 *
 * <p>Reading fails with {@link java.net.http.HttpTimeoutException} when the caller's time is over,
 * and with another {@link IOException} when the connection broke or ended too early; what was read
 * until then is good.
 */
public final class AudioStream implements AutoCloseable {

  private final Optional<String> contentType;
  private final OptionalLong length;
  private final InputStream bytes;

  AudioStream(Optional<String> contentType, OptionalLong length, InputStream bytes) {
    this.contentType = contentType;
    this.length = length;
    this.bytes = bytes;
  }

  /** As the host says, in small letters, without parameters; it is not believed by itself. */
  public Optional<String> contentType() {
    return contentType;
  }

  /** How many bytes this answer has, where the host says. */
  public OptionalLong length() {
    return length;
  }

  /** The bytes, once. */
  public InputStream bytes() {
    return bytes;
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException gone) {
      // The connection is given up in any case.
    }
  }
}
