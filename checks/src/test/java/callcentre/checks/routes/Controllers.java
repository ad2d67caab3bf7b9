package callcentre.checks.routes;

import callcentre.aws.HttpRoutes;
import callcentre.checks.Repository;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What answers the routes of a function, read from the annotations in its class files. */
final class Controllers {

  private static final String HTTP = "io.micronaut.http.annotation.";
  private static final Map<String, String> METHODS =
      Map.of(
          HTTP + "Get", "GET",
          HTTP + "Post", "POST",
          HTTP + "Put", "PUT",
          HTTP + "Patch", "PATCH",
          HTTP + "Delete", "DELETE",
          HTTP + "Head", "HEAD",
          HTTP + "Options", "OPTIONS");

  /** A method of a controller that answers one HTTP method on one path. */
  record Endpoint(String module, String method, String path, String handler) {

    String route() {
      return method + " " + path;
    }
  }

  private Controllers() {}

  static List<Endpoint> of(String module) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .importPath(Repository.file("functions/" + module + "/target/classes"))) {
      Optional<JavaAnnotation<JavaClass>> controller = annotation(type, HTTP + "Controller");
      for (String route : plainRoutes(type)) {
        String[] words = route.split(" ", 2);
        endpoints.add(new Endpoint(module, words[0], words[1], type.getName()));
      }
      if (controller.isPresent()) {
        String root = text(controller.get(), "value").orElse("/");
        type.getMethods().forEach(method -> endpoints.addAll(endpoints(module, root, method)));
      }
    }
    return endpoints;
  }

  private static List<Endpoint> endpoints(String module, String root, JavaMethod method) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (JavaAnnotation<JavaMethod> annotation : method.getAnnotations()) {
      String verb = METHODS.get(annotation.getRawType().getName());
      if (verb != null) {
        for (String path : paths(annotation)) {
          endpoints.add(new Endpoint(module, verb, joined(root, path), method.getFullName()));
        }
      }
    }
    return endpoints;
  }

  private static List<String> paths(JavaAnnotation<?> annotation) {
    List<String> several =
        annotation.get("uris").map(Controllers::texts).orElse(List.of()).stream()
            .filter(path -> !path.equals("/"))
            .toList();
    if (!several.isEmpty()) {
      return several;
    }
    return List.of(
        Stream.of("value", "uri")
            .flatMap(name -> text(annotation, name).stream())
            .filter(path -> !path.isEmpty() && !path.equals("/"))
            .findFirst()
            .orElse(""));
  }

  private static String joined(String root, String path) {
    String joined = ("/" + root + "/" + path).replaceAll("/+", "/");
    return joined.length() > 1 && joined.endsWith("/")
        ? joined.substring(0, joined.length() - 1)
        : joined;
  }

  /** The routes of a handler without a framework. */
  private static List<String> plainRoutes(JavaClass type) {
    return annotation(type, HttpRoutes.class.getName())
        .flatMap(routes -> routes.get("value"))
        .map(Controllers::texts)
        .orElse(List.of());
  }

  private static Optional<JavaAnnotation<JavaClass>> annotation(JavaClass type, String name) {
    return type.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().getName().equals(name))
        .findFirst();
  }

  private static Optional<String> text(JavaAnnotation<?> annotation, String name) {
    return annotation.get(name).filter(String.class::isInstance).map(String.class::cast);
  }

  private static List<String> texts(Object value) {
    return value instanceof String[] array ? List.of(array) : List.of();
  }
}
