package callcentre.functions.reports;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.cloud.Cloud;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.reports.ReportRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class ReportsStage extends ApiStage {

  static final String PATH = "/api/admin/mightycall/reports";

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private ReportsStage(ApiHarness.Builder builder) {
    super(builder.tables("mightycall_reports", "number_assignments", "organisations", "users"));
  }

  static ReportsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static ReportsStage of(ApiHarness.Builder builder) {
    return new ReportsStage(builder);
  }

  Answer list(String query, Principal caller) {
    return get(PATH + query, caller);
  }

  /** Stores a number's day of a business in New York. */
  void day(ReportType type, String number, String date, long calls) {
    LocalDate day = LocalDate.parse(date);
    Instant startsAt = day.atStartOfDay(NEW_YORK).toInstant();
    api.bean(ReportRepository.class)
        .save(
            new StoredReport(
                type,
                day,
                new PhoneNumber(number),
                startsAt,
                day.plusDays(1).atStartOfDay(NEW_YORK).toInstant(),
                startsAt.plusSeconds(3_600),
                new TreeMap<>(
                    Map.of(
                        "calls_count",
                        calls,
                        "answered_count",
                        calls - 1,
                        "missed_count",
                        1L,
                        "total_duration",
                        calls * 60))));
  }

  static List<String> ids(Answer answer) {
    return answer.ids("reports");
  }

  static String emptyReason(Answer answer) {
    return answer.json().path("empty_reason").asText();
  }
}
