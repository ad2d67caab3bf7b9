package callcentre.functions.organisations;

import callcentre.domain.organisations.BusinessHours;
import callcentre.domain.organisations.CallValues;
import callcentre.domain.organisations.Holiday;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.organisations.QuietHours;
import callcentre.domain.organisations.Thresholds;
import callcentre.domain.validation.FieldErrors;
import callcentre.domain.validation.InvalidFieldsException;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code PUT /api/admin/orgs/{orgId}/settings}: the whole settings. A part that is left
 * out gets its default, whatever was stored. It holds texts where the settings hold values, so that
 * one answer names every field that is wrong.
 */
record SettingsBody(
    Optional<String> timeZone,
    Optional<Map<String, List<RangeBody>>> businessHours,
    @JsonSetter(contentNulls = Nulls.FAIL) Optional<List<HolidayBody>> holidays,
    Optional<ThresholdsBody> thresholds,
    Optional<RangeBody> quietHours,
    Optional<String> currency,
    Optional<Prices> prices,
    Optional<CallValues> values) {

  private static final OrganisationSettings DEFAULTS = OrganisationSettings.DEFAULTS;

  /** A threshold that is left out gets its default. */
  record ThresholdsBody(
      Optional<Integer> serviceLevelSeconds,
      Optional<Integer> serviceLevelTargetPercent,
      Optional<Integer> shortAbandonSeconds,
      Optional<Integer> convertedCallSeconds) {

    Thresholds thresholds() {
      Thresholds usual = Thresholds.DEFAULTS;
      return new Thresholds(
          serviceLevelSeconds.orElse(usual.serviceLevelSeconds()),
          serviceLevelTargetPercent.orElse(usual.serviceLevelTargetPercent()),
          shortAbandonSeconds.orElse(usual.shortAbandonSeconds()),
          convertedCallSeconds.orElse(usual.convertedCallSeconds()));
    }
  }

  /**
   * The settings that are asked for.
   *
   * @throws InvalidFieldsException naming every field that is wrong
   */
  OrganisationSettings settings() {
    FieldErrors errors = new FieldErrors();
    ZoneId zone = timeZone.map(written -> zone(written, errors)).orElse(DEFAULTS.timeZone());
    BusinessHours hours =
        businessHours
            .flatMap(open -> errors.within("business_hours", () -> OpenDays.read(open)))
            .orElse(DEFAULTS.businessHours());
    List<Holiday> days = holidays.map(list -> holidays(list, errors)).orElse(DEFAULTS.holidays());
    Thresholds lines =
        thresholds
            .flatMap(body -> errors.within("thresholds", body::thresholds))
            .orElse(DEFAULTS.thresholds());
    Optional<QuietHours> quiet =
        quietHours.flatMap(body -> errors.within("quiet_hours", body::quietHours));
    Currency money = currency.map(code -> currency(code, errors)).orElse(DEFAULTS.currency());
    // Checked even where a part is wrong: what only the whole shows is named with the rest.
    Optional<OrganisationSettings> settings =
        errors.within(
            "",
            () ->
                new OrganisationSettings(
                    zone,
                    hours,
                    days,
                    lines,
                    quiet,
                    money,
                    prices.orElse(DEFAULTS.prices()),
                    values.orElse(DEFAULTS.values())));
    errors.throwIfAny();
    return settings.orElseThrow();
  }

  private static ZoneId zone(String written, FieldErrors errors) {
    try {
      return ZoneId.of(written);
    } catch (DateTimeException malformed) {
      errors.add("time_zone", "must be an IANA time zone, for example America/New_York");
      return DEFAULTS.timeZone();
    }
  }

  private static Currency currency(String code, FieldErrors errors) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      errors.add("currency", "must be an ISO 4217 code, for example USD");
      return DEFAULTS.currency();
    }
  }

  private static List<Holiday> holidays(List<HolidayBody> written, FieldErrors errors) {
    List<Holiday> read = new ArrayList<>();
    for (int at = 0; at < written.size(); at++) {
      errors.within("holidays[" + at + "]", written.get(at)::holiday).ifPresent(read::add);
    }
    return read;
  }
}
