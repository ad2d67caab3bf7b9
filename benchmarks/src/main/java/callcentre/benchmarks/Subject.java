package callcentre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is started.
 *
 * @param name as the table shows it
 * @param jars its package
 * @param handler as Lambda reads it
 * @param snapStart whether the time counts from a restore instead of from the process's start
 */
record Subject(String name, List<Path> jars, String handler, boolean snapStart) {

  static List<Path> packageOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  long bytes() {
    return jars.stream().mapToLong(jar -> jar.toFile().length()).sum();
  }
}
