package callcentre.functions.organisations;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.OrganisationId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organisations inside the account: list, create or rename, remove. */
@Controller("/api/admin/orgs")
final class OrganisationsController {

  private final OrganisationList list;
  private final OrganisationChanges changes;

  OrganisationsController(OrganisationList list, OrganisationChanges changes) {
    this.list = list;
    this.changes = changes;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Put("/{orgId}")
  HttpResponse<OrganisationView> put(
      OrganisationId orgId, @Body OrganisationName body, Principal actor) {
    OrganisationChanges.Named named = changes.name(orgId, body.name(), actor);
    return named.isNew() ? HttpResponse.created(named.view()) : HttpResponse.ok(named.view());
  }

  @Delete("/{orgId}")
  HttpResponse<?> delete(OrganisationId orgId, Principal actor) {
    changes.remove(orgId, actor);
    return HttpResponse.noContent();
  }
}
