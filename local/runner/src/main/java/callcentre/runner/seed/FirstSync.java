package callcentre.runner.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Set;

/** The first sync, through the API; a job that takes longer than one request is watched. */
final class FirstSync {

  private static final String SYNC = "/api/admin/mightycall/sync";
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOOKS = 120;
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
    ApiClient.Answer answer = api.call("POST", SYNC, MissingNode.getInstance(), Set.of(200, 202));
    return answer.status() == 200
        ? answer.body().path("datasets")
        : watch(answer.body().path("job_id").asText());
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
