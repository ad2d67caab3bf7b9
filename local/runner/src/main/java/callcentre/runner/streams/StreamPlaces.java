package callcentre.runner.streams;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * How far each mapping has come in each shard. It is kept beside the tables, so that a restart
 * neither loses a record nor delivers a day's records again.
 */
public final class StreamPlaces {

  private final Path file;
  private final Properties places = new Properties();

  private StreamPlaces(Path file) {
    this.file = file;
  }

  /**
   * @param file made at the first place
   */
  public static StreamPlaces in(Path file) {
    StreamPlaces kept = new StreamPlaces(file);
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        kept.places.load(text);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("Cannot read " + file, unreadable);
      }
    }
    return kept;
  }

  /** The sequence number of the last record that is done with. */
  synchronized Optional<String> of(String function, String shard) {
    return Optional.ofNullable(places.getProperty(name(function, shard)));
  }

  synchronized void save(String function, String shard, String sequenceNumber) {
    places.setProperty(name(function, shard), sequenceNumber);
    try {
      StringWriter text = new StringWriter();
      places.store(text, null);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text.toString());
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new UncheckedIOException("Cannot write " + file, refused);
    }
  }

  private static String name(String function, String shard) {
    return function + "/" + shard;
  }
}
