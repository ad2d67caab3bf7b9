package callcentre.checks;

import callcentre.cloud.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, as the checks read them. */
public final class Repository {

  public static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path ROOT = Template.repositoryFolder();

  private Repository() {}

  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** A file's path as people write it: relative, with slashes. */
  public static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  public static JsonNode json(String path) {
    try {
      return JSON.readTree(text(file(path)));
    } catch (IOException malformed) {
      throw new UncheckedIOException(path + " is no JSON", malformed);
    }
  }

  public static JsonNode yaml(String path) {
    try {
      return YAML.readTree(text(file(path)));
    } catch (IOException malformed) {
      throw new UncheckedIOException(path + " is no YAML", malformed);
    }
  }

  /**
   * Every file that a commit holds or would hold: what git tracks, and new files it does not
   * ignore.
   */
  public static List<Path> committedFiles() {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
              .directory(ROOT.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException(
            "git cannot list the files of " + ROOT + "; is it a clone?");
      }
      return Stream.of(names.split("\0"))
          .distinct()
          .map(ROOT::resolve)
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("git is needed to list the files of " + ROOT, unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** {@link #committedFiles} with one of these endings. */
  public static List<Path> committedFiles(String... endings) {
    return committedFiles().stream()
        .filter(file -> Stream.of(endings).anyMatch(name(file)::endsWith))
        .toList();
  }
}
