package callcentre.functions.extensions;

import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.cloud.Cloud;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.Profile;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class ExtensionsStage extends ApiStage {

  static final String PATH = "/api/admin/mightycall/extensions";
  static final String TEAM = "/api/admin/mightycall/team";
  static final String PROFILE = "/api/admin/mightycall/profile";

  private ExtensionsStage(ApiHarness.Builder builder) {
    super(
        builder.tables(
            "mightycall_extensions", "users", "organisations", "sync_state", "sync_jobs"));
  }

  static ExtensionsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static ExtensionsStage of(ApiHarness.Builder builder) {
    return new ExtensionsStage(builder);
  }

  /** Stores a user who answers at an extension since a day ago. */
  void user(String id, String extension, String... organisations) {
    Instant since = clock.instant().minus(Duration.ofDays(1));
    for (String organisation : organisations) {
      api.bean(OrganisationRepository.class)
          .name(new OrganisationId(organisation), organisation, since);
    }
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
                    extension.isEmpty()
                        ? List.of()
                        : List.of(
                            new ExtensionAssignment(
                                new Extension(extension), Interval.since(since))),
                    "Dashboard's " + id,
                    Optional.of(id + "@dashboard.example"),
                    since,
                    since));
  }

  /** Stores what a sync learned from the provider's profile at an extension. */
  void profile(String extension, String firstName, String lastName) {
    fact(
        new ProfileFound(
            new Extension(extension), profileOf(extension, firstName, lastName), now()));
  }

  static Profile profileOf(String extension, String firstName, String lastName) {
    return new Profile(
        Optional.of(firstName),
        Optional.of(lastName),
        Optional.of(firstName.toLowerCase(java.util.Locale.ROOT) + "@provider.example"),
        Optional.of(new Extension(extension)),
        Optional.of("user"));
  }

  /** Stores a fact about an extension as a sync does. */
  void fact(ExtensionFact fact) {
    api.bean(ExtensionRepository.class)
        .change(
            fact.extension(),
            Optional.empty(),
            stored ->
                new AccountExtension(
                    stored
                        .map(AccountExtension::evidence)
                        .orElseGet(() -> ExtensionEvidence.none(fact.extension()))
                        .merge(fact),
                    Optional.empty()));
  }

  /** Notes that a sync of the extensions succeeded now. */
  void synced() {
    SyncClaims claims = api.bean(SyncClaims.class);
    Instant until = now().plus(Duration.ofMinutes(5));
    claims.claim(
        SyncJob.queued("job", "arranger", List.of(Dataset.EXTENSIONS), now()), until, now());
    api.bean(SyncStateRepository.class).takeOver(Dataset.EXTENSIONS, "job", "worker", until, now());
    claims.end(
        "job",
        "worker",
        DatasetRun.succeeded(Dataset.EXTENSIONS, DatasetCounts.NONE, List.of()),
        now(),
        Optional.empty(),
        now());
  }

  Instant now() {
    return clock.instant();
  }
}
