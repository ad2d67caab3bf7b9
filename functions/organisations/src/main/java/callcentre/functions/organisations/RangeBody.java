package callcentre.functions.organisations;

import callcentre.domain.organisations.QuietHours;
import callcentre.domain.organisations.TimeRange;
import callcentre.domain.validation.FieldErrors;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Hours of a day as a request writes them: whole minutes, both ends required. */
record RangeBody(Optional<String> from, Optional<String> to) {

  private static final Pattern MINUTE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  TimeRange timeRange() {
    return read(TimeRange::new);
  }

  QuietHours quietHours() {
    return read(QuietHours::new);
  }

  private <T> T read(BiFunction<LocalTime, LocalTime, T> make) {
    FieldErrors errors = new FieldErrors();
    LocalTime first = minute("from", from, errors);
    LocalTime end = minute("to", to, errors);
    errors.throwIfAny();
    return make.apply(first, end);
  }

  private static LocalTime minute(String field, Optional<String> written, FieldErrors errors) {
    if (written.filter(text -> MINUTE.matcher(text).matches()).isPresent()) {
      return LocalTime.parse(written.get());
    }
    errors.add(
        field,
        written.isEmpty() ? "is required" : "must be a time from 00:00 to 23:59, like 09:30");
    return LocalTime.MIDNIGHT;
  }
}
