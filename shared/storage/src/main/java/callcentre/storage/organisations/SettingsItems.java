package callcentre.storage.organisations;

import callcentre.domain.organisations.BusinessHours;
import callcentre.domain.organisations.CallValues;
import callcentre.domain.organisations.Holiday;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.organisations.QuietHours;
import callcentre.domain.organisations.Thresholds;
import callcentre.domain.organisations.TimeRange;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The map {@code settings} inside a row of {@code organisations}. */
final class SettingsItems {

  private static final String FROM = "from";
  private static final String TO = "to";

  private SettingsItems() {}

  static ItemWriter write(OrganisationSettings settings) {
    return new ItemWriter()
        .text("time_zone", settings.timeZone().getId())
        .map("business_hours", write(settings.businessHours()))
        .maps(
            "holidays",
            settings.holidays().stream()
                .map(
                    holiday ->
                        new ItemWriter()
                            .text("date", holiday.date().toString())
                            .text("name", holiday.name()))
                .toList())
        .map("thresholds", write(settings.thresholds()))
        .map("quiet_hours", settings.quietHours().map(quiet -> range(quiet.from(), quiet.to())))
        .text("currency", settings.currency().getCurrencyCode())
        .map("prices", write(settings.prices()))
        .map("values", write(settings.values()));
  }

  static OrganisationSettings read(ItemReader item) {
    return new OrganisationSettings(
        item.read("time_zone", ZoneId::of),
        readBusinessHours(item.map("business_hours")),
        item.maps("holidays").stream()
            .map(
                holiday ->
                    new Holiday(holiday.read("date", LocalDate::parse), holiday.text("name")))
            .toList(),
        readThresholds(item.map("thresholds")),
        item.findMap("quiet_hours")
            .map(
                quiet ->
                    new QuietHours(
                        quiet.read(FROM, LocalTime::parse), quiet.read(TO, LocalTime::parse))),
        item.read("currency", Currency::getInstance),
        readPrices(item.map("prices")),
        readValues(item.map("values")));
  }

  private static ItemWriter write(BusinessHours hours) {
    ItemWriter days = new ItemWriter();
    hours
        .days()
        .forEach(
            (day, ranges) ->
                days.maps(
                    wireName(day),
                    ranges.stream().map(range -> range(range.from(), range.to())).toList()));
    return days;
  }

  private static BusinessHours readBusinessHours(ItemReader item) {
    Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(
          day,
          item.maps(wireName(day)).stream()
              .map(
                  range ->
                      new TimeRange(
                          range.read(FROM, LocalTime::parse), range.read(TO, LocalTime::parse)))
              .toList());
    }
    return new BusinessHours(days);
  }

  private static ItemWriter range(LocalTime from, LocalTime to) {
    return new ItemWriter().text(FROM, from.toString()).text(TO, to.toString());
  }

  private static String wireName(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static ItemWriter write(Thresholds thresholds) {
    return new ItemWriter()
        .number("service_level_seconds", thresholds.serviceLevelSeconds())
        .number("service_level_target_percent", thresholds.serviceLevelTargetPercent())
        .number("short_abandon_seconds", thresholds.shortAbandonSeconds())
        .number("converted_call_seconds", thresholds.convertedCallSeconds());
  }

  private static Thresholds readThresholds(ItemReader item) {
    return new Thresholds(
        Math.toIntExact(item.number("service_level_seconds")),
        Math.toIntExact(item.number("service_level_target_percent")),
        Math.toIntExact(item.number("short_abandon_seconds")),
        Math.toIntExact(item.number("converted_call_seconds")));
  }

  private static ItemWriter write(Prices prices) {
    return new ItemWriter()
        .decimal("outbound_segment", prices.outboundSegment())
        .decimal("inbound_segment", prices.inboundSegment())
        .decimal("outbound_mms", prices.outboundMms())
        .decimal("inbound_mms", prices.inboundMms())
        .decimal("outbound_minute", prices.outboundMinute())
        .decimal("inbound_minute", prices.inboundMinute());
  }

  private static Prices readPrices(ItemReader item) {
    return new Prices(
        item.findDecimal("outbound_segment"),
        item.findDecimal("inbound_segment"),
        item.findDecimal("outbound_mms"),
        item.findDecimal("inbound_mms"),
        item.findDecimal("outbound_minute"),
        item.findDecimal("inbound_minute"));
  }

  private static ItemWriter write(CallValues values) {
    return new ItemWriter()
        .number("answered_call", values.answeredCall())
        .number("converted_call", values.convertedCall())
        .number("missed_call", values.missedCall());
  }

  private static CallValues readValues(ItemReader item) {
    return new CallValues(
        item.findNumber("answered_call"),
        item.findNumber("converted_call"),
        item.findNumber("missed_call"));
  }
}
