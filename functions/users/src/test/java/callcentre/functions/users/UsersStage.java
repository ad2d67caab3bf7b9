package callcentre.functions.users;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import java.util.List;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class UsersStage extends ApiStage {

  static final String PATH = "/api/admin/users";

  private UsersStage(ApiHarness.Builder builder) {
    super(builder.tables("organisations", "users"));
    organisations("north", "south");
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

  Answer read(String id, Principal caller) {
    return api.get(PATH + "/" + id).as(caller).send();
  }

  Answer delete(String id) {
    return api.delete(PATH + "/" + id).as(Callers.admin()).send();
  }

  static List<String> ids(Answer answer) {
    return answer.ids("users");
  }
}
