package callcentre.domain.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what is wrong with an input, so that a person learns of every mistake at once.
 *
 * <p>A record checks itself in its constructor and names its own fields; whoever builds it from a
 * larger input wraps the construction in {@link #within}, which puts the field's path in front.
 */
public final class FieldErrors {

  private final List<FieldError> errors = new ArrayList<>();

  public FieldErrors add(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  /** Adds the error unless the rule holds. */
  public FieldErrors require(boolean holds, String field, String message) {
    return holds ? this : add(field, message);
  }

  /** Adds the error unless the value lies within the bounds, both included. */
  public FieldErrors requireBetween(long value, long least, long most, String field) {
    return require(
        value >= least && value <= most, field, "must be between " + least + " and " + most);
  }

  /**
   * Builds a part of the input and takes over what is wrong with it.
   *
   * @param path the part's own field, put in front of the names of its fields
   * @return empty when the part is invalid; its errors are then in here
   */
  public <T> Optional<T> within(String path, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (InvalidFieldsException invalid) {
      invalid.errors().forEach(error -> add(join(path, error.field()), error.message()));
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * Ends the check.
   *
   * @throws InvalidFieldsException when anything was added
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }

  private static String join(String path, String field) {
    if (path.isEmpty() || field.isEmpty()) {
      return path + field;
    }
    return field.startsWith("[") ? path + field : path + "." + field;
  }
}
