package callcentre.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample payloads of the provider reference, section 8. */
public final class Samples {

  private Samples() {}

  /**
   * The text of a sample.
   *
   * @param name without {@code .json}
   */
  public static String read(String name) {
    try (InputStream sample = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
      if (sample == null) {
        throw new IllegalArgumentException("there is no sample " + name);
      }
      return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
