package callcentre.functions.organisations;

import static callcentre.functions.organisations.OrganisationsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class SettingsTest {

  private static final String SETTINGS = PATH + "/north/settings";

  private static final String DEFAULTS =
      """
      {"time_zone":"America/New_York",\
      "business_hours":{"monday":[{"from":"09:00","to":"17:00"}],\
      "tuesday":[{"from":"09:00","to":"17:00"}],"wednesday":[{"from":"09:00","to":"17:00"}],\
      "thursday":[{"from":"09:00","to":"17:00"}],"friday":[{"from":"09:00","to":"17:00"}]},\
      "holidays":[],\
      "thresholds":{"service_level_seconds":20,"service_level_target_percent":80,\
      "short_abandon_seconds":5,"converted_call_seconds":120},\
      "quiet_hours":null,"currency":"USD",\
      "prices":{"outbound_segment":null,"inbound_segment":null,"outbound_mms":null,\
      "inbound_mms":null,"outbound_minute":null,"inbound_minute":null},\
      "values":{"answered_call":null,"converted_call":null,"missed_call":null}}""";

  private static final String OTHERS =
      """
      {"time_zone":"Europe/London",\
      "business_hours":{"saturday":[{"from":"08:00","to":"12:00"},{"from":"13:00","to":"00:00"}]},\
      "holidays":[{"date":"2026-12-25","name":"Christmas"}],\
      "thresholds":{"service_level_seconds":30,"service_level_target_percent":90,\
      "short_abandon_seconds":0,"converted_call_seconds":60},\
      "quiet_hours":{"from":"21:00","to":"08:00"},"currency":"GBP",\
      "prices":{"outbound_segment":0.75,"inbound_segment":0,"outbound_mms":100,\
      "inbound_mms":null,"outbound_minute":null,"inbound_minute":1.2345},\
      "values":{"answered_call":1000,"converted_call":null,"missed_call":0}}""";

  private OrganisationsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = OrganisationsStage.in(cloud);
    stage.organisations("north");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void untilSomethingIsSetTheDefaultsHold() {
    Answer answer = get(Callers.admin());
    assertThat(answer.body()).isEqualTo(DEFAULTS);
    assertThat(answer.header("ETag")).isPresent();
  }

  @Test
  void aPutReplacesThemAllAndWhatIsLeftOutGetsItsDefault() {
    Answer put = put(OTHERS, Callers.orgAdmin("north"));
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.body()).isEqualTo(OTHERS);
    assertThat(get(Callers.manager("north")).body()).isEqualTo(OTHERS);
    assertThat(get(Callers.admin()).header("ETag")).isEqualTo(put.header("ETag"));
    assertThat(put("{}", Callers.admin()).body()).isEqualTo(DEFAULTS);
  }

  @Test
  void theSameSettingsAgainChangeNothing() {
    Answer first = put(OTHERS, Callers.admin());
    stage.api.requests().reset();
    assertThat(put(OTHERS, Callers.admin()).header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(stage.api.requests().writes()).isEmpty();
  }

  @Test
  void aForeignOrganisationIs404LikeAnUnknownOne() {
    stage.organisations("south");
    for (Principal caller : List.of(Callers.orgAdmin("south"), Callers.orgAdmin("south", "gone"))) {
      assertThat(get(caller).status()).isEqualTo(404);
      assertThat(put("{}", caller).status()).isEqualTo(404);
      Answer unknown = stage.api.get(PATH + "/gone/settings").as(caller).send();
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.json().get("detail")).isEqualTo(get(caller).json().get("detail"));
    }
    assertThat(get(Callers.manager("south")).status()).isEqualTo(404);
    assertThat(stage.api.get(PATH + "/gone/settings").as(Callers.admin()).send().status())
        .isEqualTo(404);
  }

  @Test
  void managersReadAndAgentsDoNeither() {
    assertThat(get(Callers.manager("north")).status()).isEqualTo(200);
    assertThat(put("{}", Callers.manager("north")).status()).isEqualTo(403);
    assertThat(get(Callers.agent("north")).status()).isEqualTo(403);
    assertThat(get(Callers.nobody()).status()).isEqualTo(403);
  }

  @Test
  void aChangeOfWhatIsNoLongerThereIs412WithWhatIsStored() {
    String old = get(Callers.admin()).header("ETag").orElseThrow();
    String current = put(OTHERS, Callers.admin()).header("ETag").orElseThrow();
    Answer refused = putIf(old, "{}");
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.error()).isEqualTo("precondition_failed");
    assertThat(refused.header("ETag")).contains(current);
    assertThat(refused.json().get("current").toString()).isEqualTo(OTHERS);
    assertThat(get(Callers.admin()).body()).isEqualTo(OTHERS);
    assertThat(putIf(current, "{}").status()).isEqualTo(200);
  }

  @Test
  void aTagOfARemovedOrganisationIsNoneOfTheOneThatFollowsIt() {
    String old = get(Callers.admin()).header("ETag").orElseThrow();
    stage.delete("north");
    stage.clock.pass(java.time.Duration.ofSeconds(1));
    stage.organisations("north");
    assertThat(putIf(old, OTHERS).status()).isEqualTo(412);
  }

  @Test
  void ofTwoChangesFromTheSameTagOneIs412() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        String tag = get(Callers.admin()).header("ETag").orElseThrow();
        String first =
            "{\"thresholds\":{\"service_level_target_percent\":" + (2 * round + 1) + "}}";
        String second =
            "{\"thresholds\":{\"service_level_target_percent\":" + (2 * round + 2) + "}}";
        List<Callable<Answer>> both = List.of(() -> putIf(tag, first), () -> putIf(tag, second));
        List<Integer> statuses = new java.util.ArrayList<>();
        for (Future<Answer> answer : threads.invokeAll(both)) {
          statuses.add(answer.get().status());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
      }
    }
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    Answer answer =
        put(
            """
            {"time_zone":"Mars/Olympus","currency":"XXZ",
             "business_hours":{"monday":[{"from":"09:00","to":"08:00"},{"from":"9"}],"mon":[],
               "sunday":null,"tuesday":[null]},
             "holidays":[{"date":"2026-02-30"},{"name":"x"},{"date":"2026-01-01","name":"%s"}],
             "thresholds":{"service_level_seconds":7,"service_level_target_percent":0},
             "quiet_hours":{"from":"25:00","to":"08:00"}}
            """
                .formatted("n".repeat(81)),
            Callers.admin());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields().split(","))
        .containsExactly(
            "time_zone",
            "business_hours.monday[0].to",
            "business_hours.monday[1].from",
            "business_hours.monday[1].to",
            "business_hours.mon",
            "business_hours.sunday",
            "business_hours.tuesday[0]",
            "holidays[0].date",
            "holidays[1].date",
            "holidays[2].name",
            "thresholds.service_level_seconds",
            "thresholds.service_level_target_percent",
            "quiet_hours.from",
            "currency");
    assertThat(get(Callers.admin()).body()).isEqualTo(DEFAULTS);
  }

  @Test
  void whatIsWrongWithOneFieldIsNamedByItsPath() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("{\"timezone\":\"UTC\"}", "timezone"),
            Map.entry("{\"time_zone\":5}", "time_zone"),
            Map.entry("{\"time_zone\":\"+05:00\"}", "time_zone"),
            Map.entry("{\"holidays\":[null]}", "holidays[0]"),
            Map.entry("{\"holidays\":[{\"day\":\"x\"}]}", "holidays[0].day"),
            Map.entry("{\"quiet_hours\":{\"from\":\"08:00\",\"to\":\"08:00\"}}", "quiet_hours.to"),
            Map.entry("{\"prices\":{\"outbound_mms\":-1}}", "prices.outbound_mms"),
            Map.entry("{\"prices\":{\"outbound_mms\":0.00001}}", "prices.outbound_mms"),
            Map.entry("{\"prices\":{\"outbound_mms\":1e999999999}}", "prices.outbound_mms"),
            Map.entry("{\"prices\":{\"outbound_mms\":\"1\"}}", "prices.outbound_mms"),
            Map.entry("{\"prices\":{\"fax\":1}}", "prices.fax"),
            Map.entry("{\"values\":{\"missed_call\":1000000001}}", "values.missed_call"),
            Map.entry("{\"values\":{\"missed_call\":0.5}}", "values.missed_call"),
            Map.entry(
                "{\"holidays\":[{\"date\":\"2026-01-01\"},{\"date\":\"2026-01-01\"}]}", "holidays"),
            Map.entry("[]", "body"));
    wrong.forEach(
        (body, field) -> {
          Answer answer = put(body, Callers.admin());
          assertThat(answer.status()).as(body).isEqualTo(400);
          assertThat(answer.errorFields()).as(body).isEqualTo(field);
        });
  }

  @Test
  void aReadCostsOneRequestAndAChangeTwo() {
    stage.api.requests().reset();
    get(Callers.manager("north"));
    assertThat(stage.api.requests().counts()).isEqualTo(Map.of("dynamodb.GetItem", 1));
    stage.api.requests().reset();
    put(OTHERS, Callers.admin());
    assertThat(stage.api.requests().counts())
        .isEqualTo(Map.of("dynamodb.GetItem", 1, "dynamodb.PutItem", 1));
  }

  private Answer get(Principal caller) {
    return stage.api.get(SETTINGS).as(caller).send();
  }

  private Answer put(String body, Principal caller) {
    return stage.api.put(SETTINGS).as(caller).body(body).send();
  }

  private Answer putIf(String tag, String body) {
    return stage.api.put(SETTINGS).as(Callers.admin()).header("If-Match", tag).body(body).send();
  }
}
