package callcentre.functions.organisations;

import callcentre.domain.organisations.CallValues;
import callcentre.domain.organisations.Holiday;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.organisations.Thresholds;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings as answers show them; {@link SettingsBody} reads the same form.
 *
 * @param businessHours the open days, Monday first
 */
record SettingsView(
    String timeZone,
    Map<String, List<Range>> businessHours,
    List<Holiday> holidays,
    Thresholds thresholds,
    Optional<Range> quietHours,
    String currency,
    Prices prices,
    CallValues values) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Hours in the organisation's time zone, for example {@code 09:00}. */
  record Range(String from, String to) {

    static Range of(LocalTime from, LocalTime to) {
      return new Range(MINUTE.format(from), MINUTE.format(to));
    }
  }

  static SettingsView of(OrganisationSettings settings) {
    Map<String, List<Range>> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Range> ranges =
          settings.businessHours().on(day).stream()
              .map(range -> Range.of(range.from(), range.to()))
              .toList();
      if (!ranges.isEmpty()) {
        days.put(day.name().toLowerCase(Locale.ROOT), ranges);
      }
    }
    return new SettingsView(
        settings.timeZone().getId(),
        days,
        settings.holidays(),
        settings.thresholds(),
        settings.quietHours().map(quiet -> Range.of(quiet.from(), quiet.to())),
        settings.currency().getCurrencyCode(),
        settings.prices(),
        settings.values());
  }
}
