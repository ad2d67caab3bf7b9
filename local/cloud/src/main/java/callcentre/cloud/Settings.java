package callcentre.cloud;

import java.util.Optional;

/** Settings of a run: a system property, or an environment variable of the same name. */
final class Settings {

  private Settings() {}

  static Optional<String> find(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
