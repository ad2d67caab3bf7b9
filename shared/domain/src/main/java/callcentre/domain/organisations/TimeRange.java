package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.time.LocalTime;

/**
 * Hours within one day.
 *
 * @param from the first minute
 * @param to the first minute after it; {@code 00:00} stands for the end of the day
 */
public record TimeRange(LocalTime from, LocalTime to) {

  public TimeRange {
    new FieldErrors()
        .require(
            to.equals(LocalTime.MIDNIGHT) || to.isAfter(from),
            "to",
            "must be after 'from'; 00:00 is the end of the day")
        .throwIfAny();
  }

  public boolean contains(LocalTime time) {
    return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }

  /** Whether the next range starts at or after the end of this one. */
  boolean endsBefore(TimeRange next) {
    return !to.equals(LocalTime.MIDNIGHT) && !next.from.isBefore(to);
  }
}
