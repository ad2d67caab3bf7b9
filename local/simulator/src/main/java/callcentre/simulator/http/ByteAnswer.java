package callcentre.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer whose body is bytes, written as they are made: a file of any length costs no
 * memory.
 *
 * @param length what {@code Content-Length} says
 * @param sent how many bytes are written before the connection closes; less than {@code length} for
 *     an answer that breaks off
 */
public record ByteAnswer(
    int status, String contentType, Map<String, String> headers, long length, long sent, Body body)
    implements Outcome {

  /** Writes bytes. */
  @FunctionalInterface
  public interface Body {

    /** Writes the first {@code count} bytes. */
    void writeTo(OutputStream out, long count) throws IOException;
  }

  public ByteAnswer {
    headers = Map.copyOf(headers);
  }

  /** A whole answer. */
  public static ByteAnswer of(int status, String contentType, long length, Body body) {
    return new ByteAnswer(status, contentType, Map.of(), length, length, body);
  }

  /** The same answer with one more header. */
  public ByteAnswer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ByteAnswer(status, contentType, more, length, sent, body);
  }

  /** The same answer, broken off after half of its bytes. */
  public ByteAnswer cut() {
    return new ByteAnswer(status, contentType, headers, length, length / 2, body);
  }
}
