package callcentre.functions.userstatus;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import java.util.List;
import java.util.Set;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class UserStatusStage extends ApiStage {

  static final String PATH = "/api/admin/user-status";

  private UserStatusStage(ApiHarness.Builder builder) {
    // The repository that stores users checks that their organisations exist.
    super(builder.tables("organisations", "users", "agent_status_history"));
    organisations("north", "south");
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
    user(id, role, Set.of(new OrganisationId(organisation)), extensions);
  }

  /**
   * @param path after that of the routes, with its query
   */
  Answer status(String path, Principal caller) {
    return get(PATH + path, caller);
  }
}
