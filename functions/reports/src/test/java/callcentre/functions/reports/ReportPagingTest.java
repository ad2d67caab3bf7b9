package callcentre.functions.reports;

import static callcentre.functions.reports.ReportsStage.PATH;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten numbers, three of them North's, on some of the last thirty days; pages of any size. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagingTest {

  private final List<String> all = new ArrayList<>();
  private final List<String> norths = new ArrayList<>();
  private ReportsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = ReportsStage.in(cloud);
    stage.organisations("north");
    for (int number = 0; number < 3; number++) {
      stage.assign(new PhoneNumber("+1202555000" + number), "north", Optional.empty());
    }
    Random random = new Random(7);
    LocalDate today = LocalDate.of(2026, 11, 21);
    for (LocalDate day = today; day.isAfter(today.minusDays(30)); day = day.minusDays(1)) {
      for (int number = 9; number >= 0; number--) {
        if (random.nextInt(3) == 0) {
          stage.day(ReportType.CALLS, "+1202555000" + number, day.toString(), 5);
          String id = "calls-" + day + "-1202555000" + number;
          all.add(id);
          if (number < 3) {
            norths.add(id);
          }
        }
      }
    }
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void underAnyPageSizesEveryRowComesExactlyOnceNewestFirst() {
    for (long seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      assertThat(walk(Callers.admin(), random)).as("seed %s", seed).isEqualTo(all);
      assertThat(walk(Callers.manager("north"), random)).as("seed %s", seed).isEqualTo(norths);
    }
  }

  @Test
  void legacySkipReachesTheSameRows() {
    for (int skip = 0; skip < norths.size() + 3; skip += 3) {
      Answer answer = stage.list("?pageSize=3&skip=" + skip, Callers.manager("north"));
      assertThat(ids(answer))
          .as("skip %s", skip)
          .isEqualTo(norths.stream().skip(skip).limit(3).toList());
    }
  }

  @Test
  void aTotalIsExactOrSaidToBeUnknown() {
    JsonNode whole = stage.list("?limit=200", Callers.admin()).json();
    assertThat(whole.get("total").asInt()).isEqualTo(all.size());
    JsonNode part = stage.list("?limit=5", Callers.admin()).json();
    assertThat(part.get("total").isNull()).isTrue();
    assertThat(part.get("total_reason").asText()).isEqualTo("not_counted");
  }

  @Test
  void aCursorIsGoodForNobodyElseAndNoOtherFilterAndNotWithAChangedBit() {
    String cursor = stage.list("?limit=2", Callers.admin()).json().get("next_cursor").asText();
    char other = cursor.charAt(9) == 'A' ? 'B' : 'A';
    assertRefused("", cursor.substring(0, 9) + other + cursor.substring(10), Callers.admin());
    assertRefused("", cursor, Callers.manager("north"));
    assertRefused("&type=messages", cursor, Callers.admin());
    assertRefused("&start_date=2026-11-01", cursor, Callers.admin());
  }

  private void assertRefused(String query, String cursor, Principal caller) {
    Answer answer =
        stage.api.get(PATH + "?limit=2" + query).query("cursor", cursor).as(caller).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
  }

  private List<String> walk(Principal caller, Random random) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      int limit = 1 + random.nextInt(30);
      Answer page =
          stage.api.get(PATH + "?limit=" + limit).query("cursor", cursor).as(caller).send();
      assertThat(ids(page).size()).isLessThanOrEqualTo(limit);
      seen.addAll(ids(page));
      JsonNode next = page.json().get("next_cursor");
      cursor = next.isNull() ? "" : next.asText();
    } while (!cursor.isEmpty());
    return seen;
  }
}
