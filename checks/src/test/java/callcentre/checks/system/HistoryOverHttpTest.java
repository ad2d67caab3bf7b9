package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls and voicemails on their way from MightyCall to the dashboard, against a plain recount. */
@ExtendWith(GuardedStageExtension.class)
class HistoryOverHttpTest {

  private static final String GENX = "+13123194556";

  private final GuardedStage stage;
  private final PulledHistory history;
  private final Dashboard dashboard;
  private final ProviderSwitch provider;

  HistoryOverHttpTest(GuardedStage stage, PulledHistory history) {
    this.stage = stage;
    this.history = history;
    this.dashboard = history.dashboard();
    this.provider = new ProviderSwitch(stage.facts());
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 25, 200})
  void everyCallOfTheDayIsListedOnceHoweverThePagesAreCut(int limit) {
    List<JsonNode> rows = calls("platform_admin", history.day(), "&limit=" + limit);
    assertThat(rows).hasSize(history.day().count());
    assertThat(ids(rows)).hasSize(history.day().count());
    assertThat(byDay(rows)).isEqualTo(recount("calls", history.day()));
  }

  @Test
  void bothListsOfMightyCallTellOfEachCallAndAreOneRow() {
    assertThat(calls("platform_admin", history.day(), ""))
        .allSatisfy(
            row -> {
              assertThat(row.path("sources").toString()).contains("\"calls\"", "\"journal\"");
              assertThat(row.path("match").asText()).isEqualTo("exact");
              assertThat(row.path("complete").asBoolean()).isTrue();
            });
  }

  @Test
  void theEarlierMonthIsThereAfterTheBackFill() {
    List<JsonNode> rows = calls("platform_admin", history.month(), "&limit=20");
    assertThat(ids(rows)).hasSize(history.month().count());
    assertThat(byDay(rows)).isEqualTo(recount("calls", history.month()));
  }

  @Test
  void everyVoicemailIsListedOnceWithWhatWasSaid() {
    List<JsonNode> rows =
        history.toTheEnd("platform_admin", "voicemails", history.day(), "&limit=5");
    assertThat(ids(rows)).hasSize(history.day().voicemails());
    assertThat(byDay(rows)).isEqualTo(recount("voicemails", history.day()));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.path("transcription").asText())
                    .isEqualTo(MadeUpHistory.TRANSCRIPTION));
  }

  @Test
  void aTotalIsExactOrSaysWhyItIsNot() {
    String day =
        BASE + "/calls?startUtc=" + history.day().begin() + "&endUtc=" + history.day().end();
    JsonNode whole = dashboard.get("platform_admin", day + "&limit=200").body();
    assertThat(whole.path("total").asInt()).isEqualTo(history.day().count());
    assertThat(whole.has("total_reason")).isFalse();

    JsonNode page = dashboard.get("platform_admin", day + "&limit=7").body();
    assertThat(page.path("total").isNull()).isTrue();
    assertThat(page.path("total_reason").asText()).isEqualTo("not_counted");
  }

  @Test
  void anOrganisationSeesTheCallsOfItsNumberAndNoOther() {
    List<JsonNode> own = calls("org_admin", history.day(), "");
    assertThat(own)
        .hasSize(history.day().to(GENX))
        .allSatisfy(row -> assertThat(row.path("business_number").asText()).isEqualTo(GENX));
    JsonNode foreign = calls("org_manager", history.day(), "&limit=1").getFirst();
    Answer refused = dashboard.get("org_admin", BASE + "/calls/" + foreign.path("id").asText());
    assertThat(refused.status()).isEqualTo(404);
  }

  /** Lists may show owners of a minute ago. */
  @Test
  void aNumberThatMovedLeftItsPastWhereItWas() {
    Waiting.until(
        "each organisation sees what came while the number was its own",
        () ->
            begins("org_admin").equals(history.beginsOfMoved(true))
                && begins("org_manager").equals(history.beginsOfMoved(false)));
  }

  @Test
  void aPullOfTheSameAgainWritesNothing() {
    history
        .repeated()
        .path("datasets")
        .forEach(
            run -> {
              assertThat(run.path("inserted").asInt()).as(run.toString()).isZero();
              assertThat(run.path("updated").asInt()).as(run.toString()).isZero();
              assertThat(run.path("failed").asInt()).as(run.toString()).isZero();
            });
  }

  private List<JsonNode> calls(String role, MadeUpHistory of, String query) {
    return history.toTheEnd(role, "calls", of, query);
  }

  private Set<Instant> begins(String role) {
    return calls(role, history.month(), "").stream()
        .filter(row -> row.path("business_number").asText().equals(PulledHistory.MOVED))
        .map(HistoryOverHttpTest::startOf)
        .collect(Collectors.toSet());
  }

  /** What the simulated MightyCall itself counts of the days, those without any left out. */
  private Map<LocalDate, Long> recount(String kind, MadeUpHistory of) {
    Map<LocalDate, Long> counts = new TreeMap<>();
    for (JsonNode day : provider.counts(day(of.begin()), day(of.end()))) {
      if (day.path(kind).asLong() > 0) {
        counts.put(LocalDate.parse(day.path("day").asText()), day.path(kind).asLong());
      }
    }
    return counts;
  }

  private static Map<LocalDate, Long> byDay(List<JsonNode> rows) {
    return rows.stream()
        .map(row -> day(startOf(row)))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant startOf(JsonNode row) {
    return Instant.parse(row.path("dateTimeUtc").asText());
  }

  private static Set<String> ids(List<JsonNode> rows) {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.path("id").asText()));
    return ids;
  }
}
