package callcentre.functions.userstatus;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.AwsClients;
import callcentre.client.MightyCallClients;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.StatusFact;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.presence.PresenceRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users with and without extensions, and a simulator that knows their status. */
@ExtendWith(CloudExtension.class)
abstract class LiveStatusStage {

  static final String READ = "/v4/api/profile/status";
  static final String SET = "/v4/api/profile/status/{status}";
  static final FaultMatch READING = FaultMatch.at("GET", READ);
  static final FaultMatch SETTING = FaultMatch.at("PUT", SET);

  final Simulator simulator = Simulator.start();
  UserStatusStage stage;
  Principal maria;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage =
        UserStatusStage.of(
            ApiHarness.in(cloud)
                .tables("leases", "provider_usage")
                .signing()
                .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl()));
    stage.user("maria", Role.AGENT, "north", "101");
    stage.user("owen", Role.ORG_MANAGER, "north", "104");
    stage.user("dana", Role.ORG_ADMIN, "north");
    maria = Callers.withExtension(Callers.withId(Callers.agent("north"), "maria"), "101");
  }

  @AfterEach
  void close() {
    stage.close();
    simulator.close();
  }

  Answer set(String user, String status, Principal caller) {
    return stage
        .api
        .put(UserStatusStage.PATH + "/" + user)
        .as(caller)
        .body("{\"status\":\"" + status + "\"}")
        .send();
  }

  Answer refreshed(String user, Principal caller) {
    return get("/" + user + "?refresh=true", caller);
  }

  Answer get(String path, Principal caller) {
    return stage.status(path, caller);
  }

  /** Who told of maria's status, in order. */
  List<PresenceSource> known() {
    return stage.api.bean(PresenceRepository.class).find(new Extension("101")).statuses().stream()
        .map(StatusFact::source)
        .toList();
  }

  long asked(String method, String route) {
    return simulator.requests().count(method, route);
  }

  /** Stores a user's own key, as the function {@code users} does. */
  void key(String userId, String extension) {
    stage
        .api
        .bean(MightyCallClients.class)
        .userKeys(stage.api.bean(AwsClients.class)::secretsManager)
        .put(userId, simulator.secretOf(extension));
  }
}
