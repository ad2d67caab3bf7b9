package callcentre.client.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body whose time is limited as a whole: when it is over, the connection is cut and whoever reads
 * is told. The JDK limits only the time until the headers.
 */
final class BoundedDownload extends FilterInputStream {

  private final HttpClient client;
  private final CompletableFuture<Void> cut;
  private final OptionalLong promised;
  private volatile boolean late;
  private long received;

  /**
   * @param client of this one download; it ends with it
   * @param promised how many bytes must come; empty when it is not known
   */
  BoundedDownload(InputStream body, HttpClient client, Duration left, OptionalLong promised) {
    super(body);
    this.client = client;
    this.promised = promised;
    this.cut =
        CompletableFuture.runAsync(
            () -> {
              late = true;
              client.shutdownNow();
            },
            CompletableFuture.delayedExecutor(left.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(into, offset, length);
    } catch (IOException broken) {
      throw late ? tooLate(broken) : broken;
    }
    if (count < 0 && promised.isPresent() && received < promised.getAsLong()) {
      throw late ? tooLate(null) : new IOException("the recording ended too early");
    }
    received += Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    cut.cancel(false);
    try {
      super.close();
    } finally {
      client.shutdownNow();
    }
  }

  private static HttpTimeoutException tooLate(@Nullable Throwable cause) {
    HttpTimeoutException late = new HttpTimeoutException("the recording took too long");
    if (cause != null) {
      late.initCause(cause);
    }
    return late;
  }
}
