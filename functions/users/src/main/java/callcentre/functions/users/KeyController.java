package callcentre.functions.users;

import callcentre.api.access.Principal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;

/** People's own MightyCall keys: written and deleted, never read back. */
@Controller("/api/admin/users/{userId}/mightycall-key")
final class KeyController {

  private final KeyChanges changes;

  KeyController(KeyChanges changes) {
    this.changes = changes;
  }

  @Put
  HttpResponse<?> put(String userId, @Body KeyBody body, Principal actor) {
    changes.put(userId, body, actor);
    return HttpResponse.noContent();
  }

  @Delete
  HttpResponse<?> delete(String userId, Principal actor) {
    changes.remove(userId, actor);
    return HttpResponse.noContent();
  }
}
