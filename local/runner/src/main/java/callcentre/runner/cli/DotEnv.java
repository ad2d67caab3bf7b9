package callcentre.runner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code .env}: {@code NAME=value} lines, {@code #} comments, values quoted or not. */
public final class DotEnv {

  private final Path file;
  private final Map<String, String> values;

  private DotEnv(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * @throws UsageException if there is no such file or a line of it cannot be read
   */
  public static DotEnv read(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException(
          "--provider real needs the file " + file + ": copy .env.example to .env and fill it in");
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + file, failure);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        if (equals < 1) {
          // The line itself is not shown: it may hold a key.
          throw new UsageException("Line " + (i + 1) + " of " + file + " is not NAME=value");
        }
        values.put(
            line.substring(0, equals).strip().replaceFirst("^export\\s+", ""),
            unquoted(line.substring(equals + 1).strip()));
      }
    }
    return new DotEnv(file, values);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * @throws UsageException if the name is not set or empty
   */
  public String require(String name) {
    String value = values.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new UsageException(file + " gives no " + name + "; .env.example says what it is");
    }
    return value;
  }
}
