package callcentre.runner.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * What no provider knows, put in through the system's own API: organisations, people, owners of
 * numbers. One number stays without an owner, so that this state is seen too. All steps may be
 * repeated.
 */
public final class DemoSeed {

  static final String GENX = "genx";
  static final String VICTORY_SYNC = "victorysync";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> STORED = Set.of(200, 201);
  private static final Map<String, String> ORGANISATIONS =
      Map.of(GENX, "GenX", VICTORY_SYNC, "VictorySync");
  private static final Map<String, String> OWNERS =
      Map.of("+13123194556", GENX, "+17323286846", VICTORY_SYNC);

  private final ApiClient api;
  private final Consumer<String> progress;

  /**
   * @param token of {@link DemoUser#ADMINISTRATOR}
   */
  public DemoSeed(String address, String token, Consumer<String> progress) {
    this.api = new ApiClient(address, token);
    this.progress = progress;
  }

  /**
   * @throws SeedException naming the step that was refused
   */
  public void plant() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Numbers come from the sync, people and organisations do not: both ways start cold at once.
      Future<Void> synced = threads.submit(task(this::sync));
      Future<Void> peopled = threads.submit(task(this::organisationsAndPeople));
      join(synced);
      join(peopled);
    }
    for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
      String number = URLEncoder.encode(owner.getKey(), StandardCharsets.UTF_8);
      ObjectNode change = JSON.createObjectNode().put("orgId", owner.getValue());
      api.call("PATCH", "/api/admin/mightycall/phone-numbers/" + number, change, STORED);
    }
    progress.accept("Numbers assigned: GenX 1, VictorySync 1, nobody 1");
  }

  /** Only the sync: what a real account needs. */
  public void sync() throws InterruptedException {
    progress.accept("First sync: " + SyncCounts.describe(new FirstSync(api).run()));
  }

  private void organisationsAndPeople() throws InterruptedException {
    for (Map.Entry<String, String> organisation : ORGANISATIONS.entrySet()) {
      ObjectNode body = JSON.createObjectNode().put("name", organisation.getValue());
      api.call("PUT", "/api/admin/orgs/" + organisation.getKey(), body, STORED);
    }
    for (DemoUser user : DemoUser.all()) {
      api.call("PUT", "/api/admin/users/" + user.id(), body(user), STORED);
    }
    progress.accept("Stored: 2 organisations, a user of every role");
  }

  private static ObjectNode body(DemoUser user) {
    ObjectNode body =
        JSON.createObjectNode().put("role", user.role()).put("display_name", user.displayName());
    body.set("organisations", JSON.valueToTree(user.organisations()));
    user.extension().ifPresent(extension -> body.put("extension", extension));
    return body;
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static Callable<Void> task(Step step) {
    return () -> {
      step.run();
      return null;
    };
  }

  private static void join(Future<Void> step) throws InterruptedException {
    try {
      step.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof SeedException refused) {
        throw refused;
      }
      throw new IllegalStateException("The seed failed", failure.getCause());
    }
  }
}
