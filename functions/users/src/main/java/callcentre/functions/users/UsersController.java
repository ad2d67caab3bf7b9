package callcentre.functions.users;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.access.VisibleUsers;
import callcentre.api.problem.ApiException;
import callcentre.api.request.IfMatch;
import callcentre.api.request.QueryParameters;
import callcentre.domain.people.User;
import callcentre.storage.Outcome;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of the dashboard: who they are and what they may do. */
@Controller("/api/admin/users")
final class UsersController {

  private final UserList list;
  private final UserChanges changes;

  UsersController(UserList list, UserChanges changes) {
    this.list = list;
    this.changes = changes;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Get("/{userId}")
  HttpResponse<UserView> get(String userId, Caller caller) {
    VisibleUsers visible = new VisibleUsers(caller);
    return list.find(userId)
        .filter(row -> visible.sees(row.value()))
        .map(row -> answer(HttpResponse.ok(UserView.of(row.value(), visible)), row))
        .orElseGet(() -> withoutRow(userId, caller));
  }

  @Put("/{userId}")
  HttpResponse<UserView> put(
      String userId, @Body UserChange change, IfMatch ifMatch, Principal actor) {
    Written<User> written = changes.put(userId, change, ifMatch, actor);
    UserView view = UserView.of(written.value());
    return answer(
        written.outcome() == Outcome.INSERTED ? HttpResponse.created(view) : HttpResponse.ok(view),
        written.row());
  }

  @Delete("/{userId}")
  HttpResponse<?> delete(String userId, IfMatch ifMatch, Principal actor) {
    changes.remove(userId, ifMatch, actor);
    return HttpResponse.noContent();
  }

  /** Who has its rights from elsewhere (the first administrator, claims) still sees itself. */
  private static HttpResponse<UserView> withoutRow(String userId, Caller caller) {
    if (!caller.principal().is(userId)) {
      throw ApiException.notFound("user");
    }
    return HttpResponse.ok(UserView.withoutRow(caller.principal()));
  }

  private static HttpResponse<UserView> answer(
      MutableHttpResponse<UserView> answer, Versioned<User> row) {
    return answer.header("ETag", UserView.tag(row).header());
  }
}
