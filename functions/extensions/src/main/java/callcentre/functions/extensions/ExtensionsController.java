package callcentre.functions.extensions;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.QueryParameters;
import callcentre.domain.extensions.Profile;
import callcentre.domain.sync.Dataset;
import callcentre.storage.extensions.TeamRepository;
import callcentre.storage.sync.SyncStateRepository;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Extensions, and the provider's team and profile as the last sync found them. */
@Controller("/api/admin/mightycall")
final class ExtensionsController {

  private final ExtensionList list;
  private final TeamRepository teams;
  private final SyncStateRepository syncStates;

  ExtensionsController(ExtensionList list, TeamRepository teams, SyncStateRepository syncStates) {
    this.list = list;
    this.teams = teams;
    this.syncStates = syncStates;
  }

  @Get("/extensions")
  Map<String, @Nullable Object> extensions(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Get("/team")
  TeamView team() {
    Optional<Instant> asOf = asOf();
    return TeamView.of(teams.team(), asOf);
  }

  @Get("/profile")
  ProfileView profile() {
    Optional<Instant> asOf = asOf();
    Profile profile =
        teams
            .ownerProfile()
            .orElseThrow(
                () ->
                    ApiException.of(
                        ErrorCode.NOT_FOUND,
                        "No profile was read from MightyCall yet. Start a sync of extensions, then"
                            + " ask again."));
    return ProfileView.of(profile, asOf);
  }

  /** Read before the rows, which are then at least as fresh as it says. */
  private Optional<Instant> asOf() {
    return syncStates.find(Dataset.EXTENSIONS).asOf();
  }
}
