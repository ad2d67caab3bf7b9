package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.time.LocalDate;

/**
 * A day on which the organisation is closed.
 *
 * @param name at most 80 characters, may be empty
 */
public record Holiday(LocalDate date, String name) {

  private static final int LONGEST_NAME = 80;

  public Holiday {
    new FieldErrors()
        .require(
            name.length() <= LONGEST_NAME,
            "name",
            "must have at most " + LONGEST_NAME + " characters")
        .throwIfAny();
  }
}
