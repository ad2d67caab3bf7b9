package callcentre.functions.userstatus;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.TestClock;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class UserStatusStage implements AutoCloseable {

  static final String PATH = "/api/admin/user-status";

  final TestClock clock = new TestClock();
  final ApiHarness api;

  private UserStatusStage(ApiHarness.Builder builder) {
    // The repository that stores users checks that their organisations exist.
    this.api =
        builder
            .tables("organisations", "users", "agent_status_history")
            .bean(InstantSource.class, clock)
            .start();
    for (String id : List.of("north", "south")) {
      api.bean(OrganisationRepository.class).name(new OrganisationId(id), id, clock.instant());
    }
  }

  static UserStatusStage of(ApiHarness.Builder builder) {
    return new UserStatusStage(builder);
  }

  static UserStatusStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  /** Stores a user without an extension; its name is its id. */
  void user(String id, Role role, String organisation) {
    user(id, role, organisation, List.of());
  }

  /** Stores a user who answers at an extension from now on; its name is its id. */
  void user(String id, Role role, String organisation, String extension) {
    user(
        id,
        role,
        organisation,
        List.of(
            new ExtensionAssignment(new Extension(extension), Interval.since(clock.instant()))));
  }

  private void user(
      String id, Role role, String organisation, List<ExtensionAssignment> extensions) {
    User user =
        new User(
            id,
            role,
            Set.of(new OrganisationId(organisation)),
            extensions,
            id,
            Optional.empty(),
            clock.instant(),
            clock.instant());
    api.bean(UserRepository.class).change(id, stored -> user);
  }

  /**
   * @param path after that of the routes, with its query
   */
  Answer get(String path, Principal caller) {
    return api.get(PATH + path).as(caller).send();
  }

  @Override
  public void close() {
    api.close();
  }
}
