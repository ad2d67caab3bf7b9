package callcentre.functions.organisations;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.request.EntityTag;
import callcentre.api.request.IfMatch;
import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.organisations.OrganisationRepository;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an organisation decides about its figures and messages. Name and settings are one row, so a
 * new name makes a new {@code ETag} too.
 */
@Controller("/api/admin/orgs/{orgId}/settings")
final class SettingsController {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsController.class);

  private final OrganisationRepository organisations;
  private final Database database;
  private final InstantSource clock;

  SettingsController(OrganisationRepository organisations, Database database, InstantSource clock) {
    this.organisations = organisations;
    this.database = database;
    this.clock = clock;
  }

  @Get
  HttpResponse<SettingsView> get(OrganisationId orgId, Principal principal) {
    return answer(find(orgId, principal));
  }

  @Put
  HttpResponse<SettingsView> put(
      OrganisationId orgId, @Body SettingsBody body, IfMatch ifMatch, Principal principal) {
    OrganisationSettings settings = body.settings();
    // After a conflict the row is read again: the condition then refuses it with what is stored.
    Written<Organisation> written =
        database
            .conflicts()
            .run(
                () -> {
                  Versioned<Organisation> seen = find(orgId, principal);
                  ifMatch.require(tag(seen), SettingsView.of(seen.value().settings()));
                  return organisations.settings(seen, settings, clock.instant());
                });
    LOG.atInfo()
        .addKeyValue("audit", "organisation_settings")
        .addKeyValue("actor", principal.userId())
        .addKeyValue("organisation", orgId)
        .addKeyValue("outcome", written.outcome())
        .log("An organisation's settings were replaced");
    return answer(written.row());
  }

  private Versioned<Organisation> find(OrganisationId id, Principal principal) {
    if (!principal.sees(id)) {
      throw ApiException.notFound("organisation");
    }
    return organisations.find(id).orElseThrow(() -> ApiException.notFound("organisation"));
  }

  private static HttpResponse<SettingsView> answer(Versioned<Organisation> row) {
    return HttpResponse.ok(SettingsView.of(row.value().settings()))
        .header("ETag", tag(row).header());
  }

  private static EntityTag tag(Versioned<Organisation> row) {
    return EntityTag.ofRow(row.version(), row.value().createdAt());
  }
}
