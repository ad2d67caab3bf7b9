package callcentre.runner.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log file of one function: what its processes print, and Lambda's START and REPORT lines. */
final class FunctionLog {

  private final Path file;

  FunctionLog(Path logsFolder, String function) {
    this.file = logsFolder.resolve(function + ".log");
    try {
      Files.createDirectories(logsFolder);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot create the log folder " + logsFolder, failure);
    }
  }

  /** Where processes append what they print. */
  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  Path file() {
    return file;
  }

  void line(String text) {
    try {
      // One append per line: lines of several processes never mix.
      Files.writeString(
          file,
          text + System.lineSeparator(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write the log " + file, failure);
    }
  }
}
