package callcentre.domain.validation;

import java.util.List;
import java.util.stream.Collectors;

/** An input breaks rules; every field that does is named, not only the first. */
public final class InvalidFieldsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * An input with these errors.
   *
   * @param errors at least one
   */
  public InvalidFieldsException(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
