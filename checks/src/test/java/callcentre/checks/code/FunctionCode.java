package callcentre.checks.code;

import callcentre.checks.template.StackFunction;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/** The code of deployed packages, read once. */
public final class FunctionCode {

  private static final String API_HANDLER = "callcentre.api.ApiFunction";
  private static final Map<String, ReachableCode> KNOWN = new ConcurrentHashMap<>();

  private FunctionCode() {}

  /** What of our code can run in a function, from the jars of its package. */
  public static ReachableCode of(StackFunction function) {
    return KNOWN.computeIfAbsent(function.module(), module -> read(function));
  }

  private static ReachableCode read(StackFunction function) {
    JavaClasses classes = new ClassFileImporter().importJars(ourJars(function));
    String handler = function.handlerClass();
    return handler.equals(API_HANDLER)
        ? ReachableCode.ofApi(classes, handler)
        : ReachableCode.ofHandler(classes, handler);
  }

  private static List<JarFile> ourJars(StackFunction function) {
    List<JarFile> jars = new ArrayList<>();
    for (var path : function.jars()) {
      try {
        JarFile jar = new JarFile(path.toFile());
        if (jar.stream().anyMatch(entry -> entry.getName().startsWith("callcentre/"))) {
          jars.add(jar);
        } else {
          jar.close();
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException("Cannot read " + path, unreadable);
      }
    }
    return jars;
  }
}
