package callcentre.functions.reports;

import static callcentre.functions.reports.ReportsStage.emptyReason;
import static callcentre.functions.reports.ReportsStage.ids;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Today is 2026-11-21. The number …0001 was North's until noon (UTC) of the 15th, then South's;
 * …0002 is South's since ever; …0003 is nobody's. Organisation "empty" owns nothing.
 */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportListTest {

  private static final String MOVED = "+12025550001";
  private static final String SOUTHS = "+12025550002";
  private static final String NOBODYS = "+12025550003";

  private ReportsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = ReportsStage.in(cloud);
    stage.organisations("north", "south", "empty");
    stage.assign(new PhoneNumber(MOVED), "north", Optional.empty());
    stage.assign(
        new PhoneNumber(MOVED), "south", Optional.of(Instant.parse("2026-11-15T12:00:00Z")));
    stage.assign(new PhoneNumber(SOUTHS), "south", Optional.empty());
    for (String date : List.of("2026-11-14", "2026-11-15", "2026-11-16")) {
      stage.day(ReportType.CALLS, MOVED, date, 10);
      stage.day(ReportType.CALLS, SOUTHS, date, 20);
    }
    stage.day(ReportType.CALLS, NOBODYS, "2026-11-16", 30);
    stage.day(ReportType.CALLS, SOUTHS, "2026-01-05", 40);
    stage.day(ReportType.MESSAGES, SOUTHS, "2026-11-16", 50);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorSeesEveryDayNewestFirst() {
    Answer answer = stage.list("", Callers.admin());
    assertThat(ids(answer))
        .containsExactly(
            "calls-2026-11-16-12025550003",
            "calls-2026-11-16-12025550002",
            "calls-2026-11-16-12025550001",
            "calls-2026-11-15-12025550002",
            "calls-2026-11-15-12025550001",
            "calls-2026-11-14-12025550002",
            "calls-2026-11-14-12025550001");
    assertThat(answer.json().get("total").asInt()).isEqualTo(7);
    assertThat(answer.json().get("as_of").isNull()).isTrue();
  }

  @Test
  void aReportIsShownWithExactlyTheFieldsOfTheContract() {
    JsonNode report =
        stage
            .list("?number=2025550002&start_date=2026-11-16", Callers.admin())
            .json()
            .at("/reports/0");
    assertThat(report.toString())
        .isEqualTo(
            "{\"id\":\"calls-2026-11-16-12025550002\",\"number\":\"+12025550002\","
                + "\"org_id\":\"south\","
                + "\"organizations\":{\"id\":\"south\",\"name\":\"Name of south\"},"
                + "\"report_type\":\"calls\",\"report_date\":\"2026-11-16\","
                + "\"created_at\":\"2026-11-16T06:00:00Z\","
                + "\"data\":{\"answered_count\":19,\"calls_count\":20,\"missed_count\":1,"
                + "\"total_duration\":1200}}");
  }

  @Test
  void movingANumberNeverHandsOverItsPast() {
    for (Principal caller : List.of(Callers.orgAdmin("south"), Callers.manager("south"))) {
      assertThat(ids(stage.list("?number=2025550001", caller)))
          .containsExactly("calls-2026-11-16-12025550001");
    }
    for (Principal caller : List.of(Callers.orgAdmin("north"), Callers.manager("north"))) {
      assertThat(ids(stage.list("", caller))).containsExactly("calls-2026-11-14-12025550001");
    }
  }

  @Test
  void theDayOnWhichANumberMovedIsNeitherSides() {
    JsonNode moved =
        stage
            .list("?number=2025550001&start_date=2026-11-15&end_date=2026-11-15", Callers.admin())
            .json()
            .at("/reports/0");
    assertThat(moved.get("org_id").isNull()).isTrue();
    assertThat(moved.get("organizations").isNull()).isTrue();
    assertThat(ids(stage.list("?start_date=2026-11-15", Callers.manager("north", "south"))))
        .contains("calls-2026-11-15-12025550001");
  }

  @Test
  void aFilterByOrganisationShowsTheDaysThatItOwned() {
    assertThat(ids(stage.list("?org_id=north", Callers.admin())))
        .containsExactly("calls-2026-11-14-12025550001");
    assertThat(ids(stage.list("?orgId=north", Callers.manager("north", "south"))))
        .containsExactly("calls-2026-11-14-12025550001");
  }

  @Test
  void aForeignOrganisationAnswersLikeAnUnknownOne() {
    Answer foreign = stage.list("?org_id=south", Callers.manager("north"));
    Answer unknown = stage.list("?org_id=nowhere", Callers.manager("north"));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.json().get("detail")).isEqualTo(unknown.json().get("detail"));
    assertThat(stage.list("?org_id=nowhere", Callers.admin()).error()).isEqualTo("not_found");
  }

  @Test
  void aForeignNumberAnswersLikeAnUnknownOne() {
    for (String number : List.of("2025550002", "2025559999")) {
      Answer answer = stage.list("?number=" + number, Callers.manager("north"));
      assertThat(ids(answer)).isEmpty();
      assertThat(emptyReason(answer)).isEqualTo("no_match");
    }
  }

  @Test
  void typeAndDaysAreFilters() {
    assertThat(ids(stage.list("?type=messages", Callers.admin())))
        .containsExactly("messages-2026-11-16-12025550002");
    assertThat(ids(stage.list("?start_date=2026-01-01&end_date=2026-01-31", Callers.admin())))
        .containsExactly("calls-2026-01-05-12025550002");
    assertThat(ids(stage.list("?startDate=2026-11-16&number=2025550001", Callers.admin())))
        .containsExactly("calls-2026-11-16-12025550001");
  }

  @Test
  void anEmptyListSaysWhy() {
    assertThat(emptyReason(stage.list("?type=analytics", Callers.admin())))
        .isEqualTo("no_synced_data");
    assertThat(emptyReason(stage.list("?type=analytics", Callers.manager("south"))))
        .isEqualTo("no_synced_data");
    assertThat(emptyReason(stage.list("?start_date=2026-11-20", Callers.admin())))
        .isEqualTo("no_match");
    assertThat(emptyReason(stage.list("", Callers.manager("empty"))))
        .isEqualTo("no_assigned_numbers");
    assertThat(emptyReason(stage.list("", Callers.orgAdmin()))).isEqualTo("no_assigned_numbers");
    assertThat(emptyReason(stage.list("?org_id=empty", Callers.admin()))).isEqualTo("no_match");
  }

  @Test
  void agentsMayNotSeeReports() {
    assertThat(stage.list("", Callers.agent("south")).error()).isEqualTo("unauthorized");
  }

  @Test
  void aYearMayBeAskedForAtOnce() {
    Answer answer =
        stage.list("?start_date=2025-11-21&end_date=2026-11-21&limit=200", Callers.admin());
    assertThat(ids(answer)).hasSize(8);
  }
}
