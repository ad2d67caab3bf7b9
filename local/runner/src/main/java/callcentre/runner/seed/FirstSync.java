package callcentre.runner.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first sync of everything that can be pulled, through the API; a job that takes longer than
 * one request is watched. Where the schedule was faster, its job is awaited first.
 */
final class FirstSync {

  private static final JsonNode EVERYTHING =
      new ObjectMapper()
          .valueToTree(
              Map.of(
                  "datasets", List.of("numbers", "extensions", "journal", "calls", "voicemails")));

  private static final String SYNC = "/api/admin/mightycall/sync";
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOOKS = 360;
  private static final Set<String> UNDER_WAY = Set.of("queued", "running");

  private final ApiClient api;

  FirstSync(ApiClient api) {
    this.api = api;
  }

  /**
   * The datasets with their counts.
   *
   * @throws SeedException if the sync failed or did not end
   */
  JsonNode run() throws InterruptedException {
    ApiClient.Answer answer = ask(Set.of(200, 202, 409));
    if (answer.status() == 409) {
      watch(answer.body().path("job_id").asText());
      answer = ask(Set.of(200, 202));
    }
    return answer.status() == 200
        ? answer.body().path("datasets")
        : watch(answer.body().path("job_id").asText());
  }

  private ApiClient.Answer ask(Set<Integer> expected) throws InterruptedException {
    return api.call("POST", SYNC, EVERYTHING, expected);
  }

  private JsonNode watch(String job) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      JsonNode state =
          api.call("GET", SYNC + "/jobs/" + job, MissingNode.getInstance(), Set.of(200)).body();
      String status = state.path("status").asText();
      if (status.equals("succeeded")) {
        return state.path("datasets");
      }
      if (!UNDER_WAY.contains(status)) {
        throw new SeedException("The first sync is " + status + ": " + state.path("error"));
      }
      Thread.sleep(PAUSE);
    }
    throw new SeedException("The first sync " + job + " did not end in time");
  }
}
