package callcentre.runner.process;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** The class path of a function's process: its package, then what the managed runtime brings. */
final class RuntimeJars {

  private RuntimeJars() {}

  /**
   * @throws MissingPackageException if the package was not built
   */
  static List<Path> classPath(Path packageFolder, RuntimeKind kind) {
    List<Path> jars = new ArrayList<>(packaged(packageFolder));
    // Classes of the package come first, as in the managed runtime's own class loader.
    Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeJars::locationOf)
        .forEach(jars::add);
    if (kind == RuntimeKind.PURE) {
      jars.add(locationOf(PureRuntime.class));
    }
    return jars;
  }

  private static List<Path> packaged(Path packageFolder) {
    Path lib = packageFolder.resolve("lib");
    try (Stream<Path> files = Files.list(lib)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new MissingPackageException(lib);
      }
      return jars;
    } catch (java.nio.file.NoSuchFileException absent) {
      throw new MissingPackageException(lib);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list " + lib, failure);
    }
  }

  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("The class path holds an unreadable address", impossible);
    }
  }
}
