package callcentre.runner.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The sample function as a package folder, like those Maven makes of the real ones. */
public final class SamplePackage {

  private SamplePackage() {}

  /** Writes the package below {@code parent} and returns its folder. */
  public static Path in(Path parent) {
    Path folder = parent.resolve("package");
    String entry = SampleHandler.class.getName().replace('.', '/') + ".class";
    try (InputStream code = SampleHandler.class.getResourceAsStream("/" + entry)) {
      Path lib = Files.createDirectories(folder.resolve("lib"));
      try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("sample.jar")))) {
        jar.putNextEntry(new JarEntry(entry));
        code.transferTo(jar);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return folder;
  }
}
