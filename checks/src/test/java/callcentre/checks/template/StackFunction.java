package callcentre.checks.template;

import callcentre.checks.Repository;
import callcentre.checks.template.Stack.TemplateRoute;
import callcentre.cloud.template.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A function as the template declares it. */
public record StackFunction(String logicalId, Section properties) {

  private static final String FOLDER = "functions/";
  private static final String PACKAGE = "/target/package";

  /** The module that its package is built from, for example {@code phone-numbers}. */
  public String module() {
    String codeUri = properties.requireText("CodeUri");
    if (!codeUri.startsWith(FOLDER) || !codeUri.endsWith(PACKAGE)) {
      throw new IllegalStateException(
          logicalId + ": CodeUri is " + codeUri + ", not " + FOLDER + "<module>" + PACKAGE);
    }
    return codeUri.substring(FOLDER.length(), codeUri.length() - PACKAGE.length());
  }

  /** The class that Lambda calls. */
  public String handlerClass() {
    return properties.requireText("Handler").split("::", -1)[0];
  }

  public Set<String> variables() {
    return properties.requireSection("Environment").requireSection("Variables").names();
  }

  /** The jars that are deployed. */
  public List<Path> jars() {
    Path lib = Repository.file(properties.requireText("CodeUri")).resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new IllegalStateException(
          Repository.name(lib) + " is not there: these tests look at built packages, run ./test");
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot list " + lib, unreadable);
    }
  }

  public List<Section> events(String type) {
    return properties.sectionsByName("Events").values().stream()
        .filter(event -> event.requireText("Type").equals(type))
        .map(event -> event.requireSection("Properties"))
        .toList();
  }

  /**
   * The routes of the function.
   *
   * @param guarded the APIs that ask an authorizer unless an event says otherwise
   */
  public List<TemplateRoute> routes(Set<String> guarded) {
    return events("Api").stream().map(event -> route(event, guarded)).toList();
  }

  private TemplateRoute route(Section event, Set<String> guarded) {
    boolean excepted =
        event
            .section("Auth")
            .flatMap(auth -> auth.text("Authorizer"))
            .filter("NONE"::equals)
            .isPresent();
    String api = event.requireText("RestApiId");
    return new TemplateRoute(
        module(),
        event.requireText("Method"),
        event.requireText("Path"),
        excepted || !guarded.contains(api.substring(2, api.length() - 1)));
  }
}
