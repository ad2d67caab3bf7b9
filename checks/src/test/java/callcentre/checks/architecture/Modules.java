package callcentre.checks.architecture;

import callcentre.checks.Repository;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The modules of the build and the class files of their main code. */
final class Modules {

  /** Every module that has main code, read once. */
  static final List<Module> ALL = find();

  /** The main code of all modules. */
  static final JavaClasses CLASSES =
      new ClassFileImporter().importPaths(ALL.stream().map(Module::classes).toList());

  /**
   * A module.
   *
   * @param folder its place in the repository, for example {@code shared/domain}
   * @param rootPackage all of its classes are in it or below
   * @param mayUse what of ours its main code may use besides itself
   */
  record Module(String folder, String rootPackage, Set<String> mayUse) {

    Path classes() {
      return Repository.file(folder + "/target/classes");
    }

    boolean holds(JavaClass type) {
      String name = type.getPackageName();
      return name.equals(rootPackage) || name.startsWith(rootPackage + ".");
    }
  }

  private Modules() {}

  /** The module of a class of ours; empty for everybody else's. */
  static Optional<Module> of(JavaClass type) {
    return ALL.stream().filter(module -> module.holds(type)).findFirst();
  }

  private static List<Module> find() {
    Set<String> shared =
        Set.of(
            "shared/domain",
            "shared/aws",
            "shared/views",
            "shared/storage",
            "shared/mightycall-client",
            "shared/sync",
            "shared/messaging",
            "shared/live",
            "shared/api",
            "shared/provider-answers");
    Stream<Module> named =
        Stream.of(
            new Module("shared/domain", "callcentre.domain", Set.of()),
            new Module("shared/aws", "callcentre.aws", Set.of()),
            new Module("shared/views", "callcentre.views", Set.of("shared/domain")),
            new Module(
                "shared/storage", "callcentre.storage", Set.of("shared/domain", "shared/aws")),
            new Module(
                "shared/mightycall-client",
                "callcentre.client",
                Set.of("shared/domain", "shared/aws", "shared/storage")),
            new Module(
                "shared/sync",
                "callcentre.sync",
                Set.of("shared/domain", "shared/aws", "shared/storage")),
            new Module(
                "shared/messaging",
                "callcentre.messaging",
                Set.of("shared/domain", "shared/aws", "shared/storage")),
            new Module(
                "shared/live",
                "callcentre.live",
                Set.of("shared/domain", "shared/aws", "shared/storage", "shared/views")),
            new Module(
                "shared/api",
                "callcentre.api",
                Set.of("shared/domain", "shared/aws", "shared/storage", "shared/views")),
            new Module(
                "shared/provider-answers",
                "callcentre.answers",
                Set.of(
                    "shared/domain",
                    "shared/aws",
                    "shared/storage",
                    "shared/mightycall-client",
                    "shared/api")),
            new Module("local/cloud", "callcentre.cloud", Set.of("shared/aws")),
            new Module("local/simulator", "callcentre.simulator", Set.of()));
    Stream<Module> functions =
        folders("functions")
            .map(
                folder ->
                    new Module(
                        "functions/" + folder,
                        "callcentre.functions." + folder.replace("-", ""),
                        shared));
    Set<String> runnerMayUse = new TreeSet<>(shared);
    runnerMayUse.addAll(Set.of("local/cloud", "local/simulator"));
    Set<String> benchmarksMayUse = new TreeSet<>(runnerMayUse);
    benchmarksMayUse.add("local/runner");
    Stream<Module> runner =
        Stream.of(
            new Module("local/runner", "callcentre.runner", runnerMayUse),
            new Module("benchmarks", "callcentre.benchmarks", benchmarksMayUse));
    return Stream.of(named, functions, runner).flatMap(modules -> modules).toList();
  }

  /** The folders with a module below a folder of the repository. */
  static Stream<String> folders(String parent) {
    try (Stream<Path> entries = Files.list(Repository.file(parent))) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("pom.xml")))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot list " + parent, unreadable);
    }
  }
}
