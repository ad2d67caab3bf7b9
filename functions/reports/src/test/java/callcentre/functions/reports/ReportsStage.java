package callcentre.functions.reports;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.TestClock;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.reports.ReportRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class ReportsStage implements AutoCloseable {

  static final String PATH = "/api/admin/mightycall/reports";

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  final TestClock clock = new TestClock();
  final ApiHarness api;

  private ReportsStage(ApiHarness.Builder builder) {
    this.api =
        builder
            .tables("mightycall_reports", "number_assignments", "organisations", "users")
            .bean(InstantSource.class, clock)
            .start();
  }

  static ReportsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static ReportsStage of(ApiHarness.Builder builder) {
    return new ReportsStage(builder);
  }

  Answer get(String query, Principal caller) {
    return api.get(PATH + query).as(caller).send();
  }

  void organisations(String... ids) {
    for (String id : ids) {
      api.bean(OrganisationRepository.class)
          .name(new OrganisationId(id), "Name of " + id, clock.instant());
    }
  }

  /** Gives a number an owner from an instant on; empty means by the usual rule. */
  void assign(String number, String organisation, Optional<Instant> from) {
    api.bean(NumberAssignmentRepository.class)
        .assign(
            new PhoneNumber(number),
            Optional.of(new OrganisationId(organisation)),
            from,
            "arranger",
            clock.instant());
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
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    List<String> ids = new ArrayList<>();
    answer.json().get("reports").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }

  static String emptyReason(Answer answer) {
    return answer.json().path("empty_reason").asText();
  }

  @Override
  public void close() {
    api.close();
  }
}
