package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.time.LocalTime;

/**
 * Hours of every day in which no message is sent; they may reach over midnight.
 *
 * @param from the first quiet minute, by the clock on the recipient's wall
 * @param to the first minute in which messages go out again
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    new FieldErrors()
        .require(!from.equals(to), "to", "must differ from 'from'; null switches quiet hours off")
        .throwIfAny();
  }

  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
