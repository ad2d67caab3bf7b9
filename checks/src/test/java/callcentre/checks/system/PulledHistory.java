package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A running system that has pulled a day of calls, the same once more, and by a back-fill the calls
 * of an earlier month. The day is some days ago: calls that other tests make are not in it.
 *
 * @param repeated the job that pulled the day once more
 */
record PulledHistory(
    Dashboard dashboard, MadeUpHistory day, MadeUpHistory month, JsonNode repeated) {

  /**
   * A number of GenX in the older half of the month, of VictorySync in the newer, of nobody now.
   */
  static final String MOVED = "+18482161220";

  private static final Set<String> UNDER_WAY = Set.of("queued", "running");

  /** Puts the calls into the simulated MightyCall, in place of what it has. */
  static void prepare(GuardedStage stage) {
    ProviderSwitch provider = new ProviderSwitch(stage.facts());
    provider.emptyHistory();
    provider.calls(MadeUpHistory.day(stage.startedAt()).json());
    provider.calls(MadeUpHistory.month(stage.startedAt()).json());
  }

  static PulledHistory of(GuardedStage stage) {
    Dashboard dashboard = new Dashboard(stage.facts());
    MadeUpHistory day = MadeUpHistory.day(stage.startedAt());
    MadeUpHistory month = MadeUpHistory.month(stage.startedAt());
    new ProviderSwitch(stage.facts()).clear();
    assign(dashboard, "\"genx\"", month.begin());
    assign(dashboard, "\"victorysync\"", month.middle());
    assign(dashboard, "null", month.end());
    JsonNode first = sync(dashboard);
    JsonNode repeated = untilNothingNewIsTold(dashboard, first);
    backfill(dashboard, month);
    return new PulledHistory(dashboard, day, month, repeated);
  }

  /** Calls that other tests made a moment ago may have come between two pulls. */
  private static JsonNode untilNothingNewIsTold(Dashboard dashboard, JsonNode before) {
    JsonNode repeated = sync(dashboard);
    return fetched(repeated) == fetched(before)
        ? repeated
        : untilNothingNewIsTold(dashboard, repeated);
  }

  private static int fetched(JsonNode job) {
    return job.path("datasets").findValues("fetched").stream().mapToInt(JsonNode::asInt).sum();
  }

  private static void assign(Dashboard dashboard, String organisation, Instant from) {
    Answer answer =
        dashboard.send(
            "PATCH",
            "platform_admin",
            Dashboard.path(BASE + "/phone-numbers", MOVED),
            "{\"orgId\": %s, \"effectiveFrom\": \"%s\"}".formatted(organisation, from));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** When those calls to {@link #MOVED} began that came before it moved, or after. */
  Set<Instant> beginsOfMoved(boolean before) {
    return month.begins(MOVED).stream()
        .filter(begin -> begin.isBefore(month.middle()) == before)
        .collect(Collectors.toSet());
  }

  /** Pulls a made-up history again, however old it is. */
  void backfill(MadeUpHistory of) {
    backfill(dashboard, of);
  }

  private static void backfill(Dashboard dashboard, MadeUpHistory of) {
    String range = "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(of.begin(), of.end());
    finished(
        dashboard, dashboard.send("POST", "platform_admin", BASE + "/sync/backfill", range), 202);
  }

  private static JsonNode sync(Dashboard dashboard) {
    return finished(
        dashboard,
        dashboard.send(
            "POST",
            "platform_admin",
            BASE + "/sync",
            "{\"datasets\": [\"journal\", \"calls\", \"voicemails\"]}"),
        200);
  }

  /** Every row of a list between begin and end of a made-up history, page by page. */
  List<JsonNode> toTheEnd(String role, String list, MadeUpHistory of, String query) {
    String path =
        "%s/%s?startUtc=%s&endUtc=%s%s".formatted(BASE, list, of.begin(), of.end(), query);
    List<JsonNode> rows = new ArrayList<>();
    String page = path;
    while (true) {
      Answer answer = dashboard.get(role, page);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      answer.body().path(list).forEach(rows::add);
      JsonNode cursor = answer.body().path("next_cursor");
      if (cursor.isNull()) {
        return rows;
      }
      page = path + "&cursor=" + cursor.asText();
    }
  }

  private static JsonNode finished(Dashboard dashboard, Answer started, int usual) {
    assertThat(started.status()).as(started.toString()).isIn(usual, 202);
    String path = BASE + "/sync/jobs/" + started.body().path("job_id").asText();
    Waiting.until(
        "the job is over",
        () ->
            !UNDER_WAY.contains(
                dashboard.get("platform_admin", path).body().path("status").asText()));
    JsonNode job = dashboard.get("platform_admin", path).body();
    assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
    return job;
  }
}
