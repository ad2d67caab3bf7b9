package callcentre.functions.users;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.TestClock;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class UsersStage implements AutoCloseable {

  static final String PATH = "/api/admin/users";

  final TestClock clock = new TestClock();
  final ApiHarness api;

  private UsersStage(ApiHarness.Builder builder) {
    this.api = builder.tables("organisations", "users").bean(InstantSource.class, clock).start();
    for (String id : List.of("north", "south")) {
      api.bean(OrganisationRepository.class).name(new OrganisationId(id), id, clock.instant());
    }
  }

  static UsersStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static UsersStage of(ApiHarness.Builder builder) {
    return new UsersStage(builder);
  }

  Answer put(String id, String body) {
    return api.put(PATH + "/" + id).as(Callers.admin()).body(body).send();
  }

  /** Stores a user; its name is its id. */
  Answer user(String id, String role, String organisations, String extension) {
    String body =
        "{\"role\":\"%s\",\"organisations\":[%s],\"extension\":%s,\"display_name\":\"%s\"}"
            .formatted(role, organisations, extension, id);
    return put(id, body);
  }

  Answer get(String id, Principal caller) {
    return api.get(PATH + "/" + id).as(caller).send();
  }

  Answer delete(String id) {
    return api.delete(PATH + "/" + id).as(Callers.admin()).send();
  }

  /** What the function asked of AWS since the last reset, writes alone. */
  Map<String, Integer> writes() {
    Map<String, Integer> writes = new TreeMap<>(api.requests().counts());
    writes
        .keySet()
        .removeIf(
            operation -> operation.matches("dynamodb\\.(Get|BatchGet|Query).*|.*GetSecret.*"));
    return writes;
  }

  static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().get("users").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }

  @Override
  public void close() {
    api.close();
  }
}
