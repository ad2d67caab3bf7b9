package callcentre.functions.messages;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Direction;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.organisations.OrganisationRepository;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage of a history made by chance from a seed, against a plain recount. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageTest {

  private static final String USAGE = MessagesStage.ACCOUNT + "/sms-usage";
  private static final String ALL = USAGE + "?from=2026-10-01&to=2026-11-30";
  private static final Instant MOVED = Instant.parse("2026-11-05T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final History history = History.of(11, 100);
  private MessagesStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = MessagesStage.in(cloud);
    stage.assign(Facts.SECOND, "south", Optional.of(MOVED));
    settings("north", NEW_YORK, "USD", new BigDecimal("0.75"), new BigDecimal("2"));
    settings("south", TOKYO, "JPY", new BigDecimal("3"), new BigDecimal("10"));
    history.store(stage);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void everyGroupHasWhatARecountFindsAndTheTotalsAreItsSum() {
    for (String groups :
        List.of("day,number", "day", "number", "organisation", "day,number,organisation")) {
      assertUsage("&groupBy=" + groups, groups, Callers.admin(), row -> true);
    }
    assertUsage(
        "&groupBy=number&businessNumber=%2B12125550148",
        "number", Callers.admin(), row -> row.business().equals(Facts.SECOND));
  }

  @Test
  void anOrganisationCountsWhatItsNumbersHadWhileTheyWereItsOwn() {
    assertUsage("&groupBy=day", "day", Callers.manager("north"), row -> owner(row).equals("north"));
    assertUsage(
        "&groupBy=day", "day", Callers.orgAdmin("south"), row -> owner(row).equals("south"));
    assertUsage(
        "&groupBy=day&orgId=south", "day", Callers.admin(), row -> owner(row).equals("south"));
    Answer foreign = stage.get(ALL + "&orgId=south", Callers.manager("north"));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(stage.get(ALL, Callers.agent("north")).status()).isEqualTo(403);
  }

  @Test
  void theCostIsRoundedOnceAndPricedByTheOwner() {
    JsonNode north = stage.get(ALL + "&groupBy=organisation", Callers.manager("north")).json();
    assertThat(north.at("/totals/currency").asText()).isEqualTo("USD");
    assertThat(north.at("/totals/cost").asLong())
        .isEqualTo(cost(row -> owner(row).equals("north"), new BigDecimal("0.75"), "2"));
    assertThat(north.get("timezone").asText()).isEqualTo(NEW_YORK.getId());
    assertThat(north.at("/usage/0/orgId").asText()).isEqualTo("north");

    JsonNode all = stage.get(ALL, Callers.admin()).json();
    assertThat(all.at("/totals/cost").isNull()).isTrue();
    assertThat(all.at("/totals/cost_reason").asText()).isEqualTo("several_currencies");
    assertThat(all.get("timezone").isNull()).isTrue();
  }

  @Test
  void aPriceThatNobodySetIsNeverTakenForNothing(Cloud cloud) {
    try (MessagesStage plain = MessagesStage.in(cloud)) {
      plain.store(List.of(Facts.received(1, Facts.MAIN, Facts.CLIENT, "Hello")));
      JsonNode totals = plain.get(USAGE, Callers.manager("north")).json().get("totals");
      assertThat(totals.toString())
          .isEqualTo(
              "{\"sent\":0,\"received\":1,\"failed\":0,\"unknown\":0,\"segments_sent\":0,"
                  + "\"segments_received\":1,\"mms_sent\":0,\"mms_received\":0,\"cost\":null,"
                  + "\"currency\":null,\"cost_reason\":\"no_price\",\"unpriced\":1}");
    }
  }

  @Test
  void daysBeginWhereTheOwnerIsAlsoWhenTheClocksChange(Cloud cloud) {
    try (MessagesStage autumn = MessagesStage.in(cloud)) {
      // New York goes back from 2:00 to 1:00 on 1 November 2026: that day has 25 hours.
      List<String> times =
          List.of(
              "2026-11-01T03:59:59Z",
              "2026-11-01T04:00:00Z",
              "2026-11-02T04:59:59Z",
              "2026-11-02T05:00:00Z");
      for (int number = 0; number < times.size(); number++) {
        autumn.store(
            List.of(
                Facts.message(
                    number,
                    Facts.MAIN,
                    Facts.CLIENT,
                    Direction.INCOMING,
                    Delivery.UNSPECIFIED,
                    "at " + times.get(number),
                    0,
                    Optional.empty(),
                    Instant.parse(times.get(number)))));
      }
      assertThat(received(autumn, "2026-11-01", "2026-11-01")).isEqualTo(2);
      assertThat(received(autumn, "2026-10-31", "2026-10-31")).isEqualTo(1);
      assertThat(received(autumn, "2026-10-31", "2026-11-02")).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-11-21&to=2026-11-20,from",
    "from=2026-01-01&to=2026-11-20,from",
    "from=yesterday,from",
    "groupBy=week,groupBy",
    "businessNumber=twelve,businessNumber",
    "limit=5,limit",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.get(USAGE + "?" + query, Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  private static int received(MessagesStage stage, String from, String to) {
    return stage
        .get(USAGE + "?from=" + from + "&to=" + to, Callers.admin())
        .json()
        .at("/totals/received")
        .asInt();
  }

  private void assertUsage(
      String query, String groups, Principal caller, Predicate<History.Row> counted) {
    Map<String, String> expected = new TreeMap<>();
    for (History.Row row : history.rows) {
      if (counted.test(row)) {
        expected.putIfAbsent(key(row, groups), "");
      }
    }
    expected.replaceAll((key, none) -> figures(counted.and(row -> key(row, groups).equals(key))));
    JsonNode answer = stage.get(ALL + query, caller).json();
    Map<String, String> found = new TreeMap<>();
    answer.get("usage").forEach(row -> found.put(key(row, groups), figures(row)));
    assertThat(found).isEqualTo(expected);
    assertThat(figures(answer.get("totals"))).isEqualTo(figures(counted));
  }

  private String key(History.Row row, String groups) {
    String day =
        LocalDate.ofInstant(row.at(), owner(row).equals("north") ? NEW_YORK : TOKYO).toString();
    return (groups.contains("day") ? day : "")
        + (groups.contains("number") ? row.business().e164() : "")
        + (groups.contains("organisation") ? owner(row) : "");
  }

  private static String key(JsonNode row, String groups) {
    assertThat(row.has("day")).isEqualTo(groups.contains("day"));
    return row.path("day").asText() + row.path("number").asText() + row.path("orgId").asText();
  }

  private String figures(Predicate<History.Row> of) {
    Predicate<History.Row> sent = of.and(row -> row.status() == SendState.SENT);
    Predicate<History.Row> received = of.and(row -> row.status() == SendState.RECEIVED);
    return List.of(
            count(sent),
            count(received),
            count(of.and(row -> row.status() == SendState.FAILED)),
            count(of.and(row -> row.status() == SendState.UNKNOWN)),
            // Every text of this history fits into one segment.
            count(sent.and(row -> !row.hasFiles())),
            count(received.and(row -> !row.hasFiles())),
            count(sent.and(History.Row::hasFiles)),
            count(received.and(History.Row::hasFiles)))
        .toString();
  }

  private static String figures(JsonNode row) {
    return List.of(
            row.get("sent").asLong(),
            row.get("received").asLong(),
            row.get("failed").asLong(),
            row.get("unknown").asLong(),
            row.get("segments_sent").asLong(),
            row.get("segments_received").asLong(),
            row.get("mms_sent").asLong(),
            row.get("mms_received").asLong())
        .toString();
  }

  private long count(Predicate<History.Row> of) {
    return history.rows.stream().filter(of).count();
  }

  private long cost(Predicate<History.Row> of, BigDecimal segment, String mms) {
    return history.rows.stream()
        .filter(of)
        .filter(row -> row.status() == SendState.SENT || row.status() == SendState.RECEIVED)
        .map(row -> row.hasFiles() ? new BigDecimal(mms) : segment)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static String owner(History.Row row) {
    PhoneNumber number = row.business();
    boolean moved = number.equals(Facts.SECOND) && !row.at().isBefore(MOVED);
    return number.equals(Facts.OTHER) || moved ? "south" : "north";
  }

  private void settings(
      String organisation, ZoneId zone, String currency, BigDecimal segment, BigDecimal mms) {
    OrganisationSettings defaults = OrganisationSettings.DEFAULTS;
    Prices prices =
        new Prices(
            Optional.of(segment),
            Optional.of(segment),
            Optional.of(mms),
            Optional.of(mms),
            Optional.empty(),
            Optional.empty());
    OrganisationSettings next =
        new OrganisationSettings(
            zone,
            defaults.businessHours(),
            defaults.holidays(),
            defaults.thresholds(),
            defaults.quietHours(),
            Currency.getInstance(currency),
            prices,
            defaults.values());
    OrganisationRepository organisations = stage.api.bean(OrganisationRepository.class);
    organisations.settings(
        organisations.find(new OrganisationId(organisation)).orElseThrow(),
        next,
        stage.clock.instant());
  }
}
