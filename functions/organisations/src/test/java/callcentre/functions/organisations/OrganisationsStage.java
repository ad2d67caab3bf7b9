package callcentre.functions.organisations;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.TestClock;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class OrganisationsStage implements AutoCloseable {

  static final String PATH = "/api/admin/orgs";

  final TestClock clock = new TestClock();
  final ApiHarness api;

  private OrganisationsStage(ApiHarness.Builder builder) {
    this.api =
        builder
            .tables("number_assignments", "organisations", "users")
            .bean(InstantSource.class, clock)
            .start();
  }

  static OrganisationsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static OrganisationsStage of(ApiHarness.Builder builder) {
    return new OrganisationsStage(builder);
  }

  void organisations(String... ids) {
    for (String id : ids) {
      api.bean(OrganisationRepository.class)
          .name(new OrganisationId(id), "Name of " + id, clock.instant());
    }
  }

  void assign(String e164, String organisation) {
    api.bean(NumberAssignmentRepository.class)
        .assign(
            new PhoneNumber(e164),
            Optional.of(organisation).filter(id -> !id.isEmpty()).map(OrganisationId::new),
            Optional.empty(),
            "arranger",
            clock.instant());
  }

  void user(String id, String... organisations) {
    api.bean(UserRepository.class)
        .change(
            id,
            stored ->
                new User(
                    id,
                    Role.AGENT,
                    Arrays.stream(organisations)
                        .map(OrganisationId::new)
                        .collect(Collectors.toSet()),
                    List.of(),
                    "Maria Lopez",
                    Optional.empty(),
                    clock.instant(),
                    clock.instant()));
  }

  Answer put(String id, String body) {
    return api.put(PATH + "/" + id).as(Callers.admin()).body(body).send();
  }

  Answer delete(String id) {
    return api.delete(PATH + "/" + id).as(Callers.admin()).send();
  }

  boolean exists(String id) {
    return api.bean(OrganisationRepository.class).find(new OrganisationId(id)).isPresent();
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
    answer.json().get("orgs").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }

  @Override
  public void close() {
    api.close();
  }
}
