package callcentre.functions.organisations;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.storage.organisations.OrganisationRepository;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class OrganisationsStage extends ApiStage {

  static final String PATH = "/api/admin/orgs";

  private OrganisationsStage(ApiHarness.Builder builder) {
    super(builder.tables("number_assignments", "organisations", "users"));
  }

  static OrganisationsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static OrganisationsStage of(ApiHarness.Builder builder) {
    return new OrganisationsStage(builder);
  }

  void user(String id, String... organisations) {
    user(
        id,
        Role.AGENT,
        Arrays.stream(organisations).map(OrganisationId::new).collect(Collectors.toSet()),
        List.of());
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

  static List<String> ids(Answer answer) {
    return answer.ids("orgs");
  }
}
