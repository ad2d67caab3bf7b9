package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberListInputTest {

  private static final List<String> NUMBERS =
      List.of("+13123194556", "+14155550100", "+17323286846", "+18482161220", "+19175550111");

  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north", "south");
    NUMBERS.forEach(number -> stage.number(number, ""));
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void beforeTheFirstSyncTheListSaysThatNothingWasSynced(Cloud cloud) {
    try (NumbersStage fresh = NumbersStage.in(cloud)) {
      Answer answer = fresh.api.get(PATH).as(Callers.admin()).send();
      assertThat(answer.body())
          .isEqualTo(
              "{\"phone_numbers\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                  + "\"as_of\":null,\"total\":0}");
    }
  }

  @Test
  void legacyPageSizeAndSkipReachEveryNumber() {
    List<String> seen = new ArrayList<>();
    for (String query : List.of("?limit=2", "?page_size=2&skip=2", "?pageSize=2&skip=4")) {
      seen.addAll(ids(list(query)));
    }
    assertThat(seen).isEqualTo(NUMBERS);
    Answer behind = list("?skip=5");
    assertThat(ids(behind)).isEmpty();
    assertThat(behind.json().get("total").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "limit=201,limit",
    "limit=ten,limit",
    "pageSize=201,pageSize",
    "limit=2&pageSize=3,pageSize",
    "skip=-1,skip",
    "skip=2001,skip",
    "cursor=made-up,cursor",
    "unassignedOnly=maybe,unassignedOnly",
    "orgId=a%20b,orgId",
    "orgId=north&org_id=south,orgId",
    "organisation=north,organisation",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = list("?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  private Answer list(String query) {
    return stage.api.get(PATH + query).as(Callers.admin()).send();
  }

  private static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().get("phone_numbers").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }
}
