package callcentre.api.json;

import java.util.Optional;

/**
 * A property of a PATCH body, where "left out" and {@code null} mean different things. A component
 * of a request record that has this type is never null itself.
 */
public sealed interface Change<T> {

  /** The property was left out: keep what is stored. */
  record Unchanged<T>() implements Change<T> {}

  /** The property was {@code null}: remove what is stored. */
  record Cleared<T>() implements Change<T> {}

  /** The property had a value: store it. */
  record Set<T>(T value) implements Change<T> {}

  /** The value after the change. */
  default Optional<T> over(Optional<T> stored) {
    return switch (this) {
      case Unchanged<T> unchanged -> stored;
      case Cleared<T> cleared -> Optional.empty();
      case Set<T>(T value) -> Optional.of(value);
    };
  }

  /** Whether the body said anything about the property. */
  default boolean isGiven() {
    return !(this instanceof Unchanged<T>);
  }
}
