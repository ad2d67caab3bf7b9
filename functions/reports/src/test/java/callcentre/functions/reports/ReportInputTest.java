package callcentre.functions.reports;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list of reports refuses, and what it says while there are none at all. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInputTest {

  private ReportsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = ReportsStage.in(cloud);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void whileNothingWasEverSyncedTheListIsWholeAndHonestlyEmpty(Cloud cloud) {
    try (ReportsStage fresh = ReportsStage.in(cloud)) {
      fresh.organisations("north");
      for (int number = 0; number < 24; number++) {
        fresh.assign(new PhoneNumber("+1202555%04d".formatted(number)), "north", Optional.empty());
      }
      for (Principal caller : List.of(Callers.admin(), Callers.manager("north"))) {
        assertThat(fresh.list("?start_date=2026-01-01", caller).body())
            .isEqualTo(
                "{\"reports\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                    + "\"as_of\":null,\"total\":0}");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "type=faxes,type",
    "start_date=yesterday,start_date",
    "end_date=2026-13-01,end_date",
    "start_date=2026-11-02&end_date=2026-11-01,start_date",
    "start_date=2026-11-22T00:00:00Z,start_date",
    "start_date=2026-12-24,start_date",
    "start_date=2025-11-01&end_date=2026-11-20,start_date",
    "start_date=1969-12-31&end_date=1970-01-01,start_date",
    "org_id=a%20b,org_id",
    "number=twelve,number",
    "limit=0,limit",
    "skip=2001,skip",
    "cursor=made-up,cursor",
    "from=2026-11-01,from",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.list("?" + query, Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }
}
