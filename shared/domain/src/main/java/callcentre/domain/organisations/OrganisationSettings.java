package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an organisation decides about its own figures and messages (contract: {@code
 * /api/admin/orgs/{orgId}/settings}).
 *
 * @param timeZone an IANA zone; days and hours are in it, quiet hours are in the recipient's
 * @param holidays at most 200, each date once; kept in order of date
 * @param quietHours when no message is sent; empty means that there are none, which is the default
 * @param currency of every price and value here, ISO 4217
 */
public record OrganisationSettings(
    ZoneId timeZone,
    BusinessHours businessHours,
    List<Holiday> holidays,
    Thresholds thresholds,
    Optional<QuietHours> quietHours,
    Currency currency,
    Prices prices,
    CallValues values) {

  /** What holds until somebody sets something: New York hours, no quiet hours, nothing priced. */
  public static final OrganisationSettings DEFAULTS =
      new OrganisationSettings(
          ZoneId.of("America/New_York"),
          BusinessHours.WEEKDAYS_NINE_TO_FIVE,
          List.of(),
          Thresholds.DEFAULTS,
          Optional.empty(),
          Currency.getInstance("USD"),
          Prices.UNKNOWN,
          CallValues.UNKNOWN);

  private static final int MOST_HOLIDAYS = 200;

  public OrganisationSettings {
    holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    FieldErrors errors = new FieldErrors();
    errors.require(
        ZoneId.getAvailableZoneIds().contains(timeZone.getId()),
        "time_zone",
        "must be an IANA time zone, for example America/New_York");
    errors.require(
        holidays.size() <= MOST_HOLIDAYS, "holidays", "must have at most " + MOST_HOLIDAYS);
    Set<LocalDate> dates = new HashSet<>();
    for (Holiday holiday : holidays) {
      errors.require(dates.add(holiday.date()), "holidays", holiday.date() + " stands there twice");
    }
    errors.throwIfAny();
  }

  /** Whether the organisation is open: within its hours, in its zone, and on no holiday. */
  public boolean isOpenAt(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, timeZone);
    return holidays.stream().noneMatch(holiday -> holiday.date().equals(local.toLocalDate()))
        && businessHours.on(local.getDayOfWeek()).stream()
            .anyMatch(range -> range.contains(local.toLocalTime()));
  }
}
