package callcentre.functions.calls;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Role;
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

/** What a list of calls refuses, and what it says while there are none at all. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallListInputTest {

  private CallsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
    stage.organisations("north");
    stage.assign(new PhoneNumber("+12125550147"), "north", Optional.empty());
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({
    "startUtc=yesterday,startUtc",
    "endUtc=2026-11-21,endUtc",
    "startUtc=2026-11-02T00:00:00Z&endUtc=2026-11-02T00:00:00Z,startUtc",
    "startUtc=2026-11-22T00:00:00Z,startUtc",
    "startUtc=2025-11-01T00:00:00Z,startUtc",
    "startUtc=1969-12-31T00:00:00Z&endUtc=1970-06-01T00:00:00Z,startUtc",
    "callFilter=Answered,callFilter",
    "callFilter=Missed&call_filter=Answered,callFilter",
    "businessNumber=twelve,businessNumber",
    "extension=1,extension",
    "phone=12,phone",
    "limit=0,limit",
    "pageSize=201,pageSize",
    "skip=2001,skip",
    "cursor=made-up,cursor",
    "state=open,state",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.list("?" + query, Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void aTextLongerThanAHundredCharactersIsRefused() {
    assertThat(stage.list("?q=" + "x".repeat(101), Callers.admin()).errorFields()).isEqualTo("q");
  }

  @Test
  void whileNothingWasEverSyncedTheListIsWholeAndHonestlyEmpty() {
    for (Principal caller : List.of(Callers.admin(), Callers.manager("north"))) {
      assertThat(stage.list("?startUtc=2026-01-01T00:00:00Z", caller).body())
          .isEqualTo(
              "{\"calls\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                  + "\"as_of\":null,\"total\":0}");
    }
  }

  @Test
  void whoOwnsNothingIsToldSo() {
    for (Principal caller :
        List.of(Callers.manager("south"), Callers.orgAdmin(), Callers.of(Role.AGENT))) {
      assertThat(stage.list("", caller).json().path("empty_reason").asText())
          .isEqualTo("no_assigned_numbers");
    }
  }
}
