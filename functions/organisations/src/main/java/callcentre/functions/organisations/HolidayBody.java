package callcentre.functions.organisations;

import callcentre.domain.organisations.Holiday;
import callcentre.domain.validation.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A holiday as a request writes it. */
record HolidayBody(Optional<String> date, Optional<String> name) {

  Holiday holiday() {
    FieldErrors errors = new FieldErrors();
    LocalDate day = day(errors);
    Optional<Holiday> holiday = errors.within("", () -> new Holiday(day, name.orElse("")));
    errors.throwIfAny();
    return holiday.orElseThrow();
  }

  private LocalDate day(FieldErrors errors) {
    if (date.isEmpty()) {
      errors.add("date", "is required");
      return LocalDate.EPOCH;
    }
    try {
      return LocalDate.parse(date.get());
    } catch (DateTimeException malformed) {
      errors.add("date", "must be a date, for example 2026-12-25");
      return LocalDate.EPOCH;
    }
  }
}
