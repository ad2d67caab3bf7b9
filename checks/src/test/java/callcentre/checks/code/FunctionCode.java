package callcentre.checks.code;

import callcentre.checks.template.Stack;
import callcentre.checks.template.StackFunction;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/**
 * The code of deployed packages, read once: what packages have in common, nearly all of it, is
 * imported for all of them together.
 */
public final class FunctionCode {

  private static final String API_HANDLER = "callcentre.api.ApiFunction";
  private static final Map<String, ReachableCode> KNOWN = new ConcurrentHashMap<>();

  private FunctionCode() {}

  /** What of our code can run in a function, from the jars of its package. */
  public static ReachableCode of(StackFunction function) {
    return KNOWN.computeIfAbsent(function.module(), module -> read(function));
  }

  private static ReachableCode read(StackFunction function) {
    JavaClasses classes = classes(ourJars(function));
    String handler = function.handlerClass();
    return handler.equals(API_HANDLER)
        ? ReachableCode.ofApi(classes, handler)
        : ReachableCode.ofHandler(classes, handler);
  }

  private static JavaClasses classes(List<Path> jars) {
    Set<Path> common = new HashSet<>();
    for (Path jar : jars) {
      Path same = Common.JARS.get(name(jar));
      if (same == null || !isSame(same, jar)) {
        // Packages of different builds: this one is read by itself.
        return imported(jars);
      }
      common.add(same);
    }
    return Common.CLASSES.that(
        DescribedPredicate.describe("are in the package", type -> common.contains(jarOf(type))));
  }

  /** The first of each jar of our code among all packages. */
  private static final class Common {

    private static final Map<String, Path> JARS = firstOfEachName();
    private static final JavaClasses CLASSES = imported(List.copyOf(JARS.values()));

    private static Map<String, Path> firstOfEachName() {
      Map<String, Path> jars = new HashMap<>();
      for (StackFunction function : Stack.read(Map.of("Stage", "checks")).functions()) {
        ourJars(function).forEach(jar -> jars.putIfAbsent(name(jar), jar));
      }
      return jars;
    }
  }

  private static Path jarOf(JavaClass type) {
    String address = type.getSource().orElseThrow().getUri().toString();
    return Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot compare " + one + " with " + other, unreadable);
    }
  }

  private static JavaClasses imported(List<Path> jars) {
    List<JarFile> files = new ArrayList<>();
    for (Path jar : jars) {
      files.add(open(jar));
    }
    return new ClassFileImporter().importJars(files);
  }

  private static List<Path> ourJars(StackFunction function) {
    List<Path> ours = new ArrayList<>();
    for (Path path : function.jars()) {
      try (JarFile jar = open(path)) {
        if (jar.stream().anyMatch(entry -> entry.getName().startsWith("callcentre/"))) {
          ours.add(path);
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException("Cannot read " + path, unreadable);
      }
    }
    return ours;
  }

  private static JarFile open(Path jar) {
    try {
      return new JarFile(jar.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + jar, unreadable);
    }
  }
}
