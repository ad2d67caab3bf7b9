package callcentre.functions.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.organisations.OrganisationRepository;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a good token stands for. */
@ExtendWith(CloudExtension.class)
class PeopleTest {

  private static final Instant NOW = Issuer.NOW;

  private final Issuer issuer = new Issuer();
  private Stage stage;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new Stage(cloud).with(Variable.JWT_JWKS_URL, issuer.address());
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void aUsersRowSaysEverything() {
    stage.user(ann(Role.ORG_MANAGER, Set.of("south", "north"), List.of()));
    assertThat(person(claim -> {}))
        .isEqualTo(
            Map.of(
                "user_id", "ann",
                "role", "org_manager",
                "organisations", "north,south",
                "extension", "",
                "display_name", "Ann Demo",
                "registered", "true",
                "token_expires_at", NOW.plusSeconds(300).toString()));
  }

  @Test
  void theExtensionIsTheOneOfThisMoment() {
    stage.user(
        ann(
            Role.AGENT,
            Set.of(),
            List.of(
                assignment("101", NOW.minusSeconds(100), Optional.of(NOW)),
                assignment("102", NOW, Optional.of(NOW.plusSeconds(100))))));
    stage.at(NOW.minusSeconds(1));
    assertThat(person(claim -> {})).containsEntry("extension", "101");
    stage.at(NOW);
    assertThat(person(claim -> {})).containsEntry("extension", "102");
    stage.at(NOW.plusSeconds(100));
    assertThat(person(claim -> {})).containsEntry("extension", "");
  }

  @Test
  void anUnknownUserIsKnownToHaveNoRights() {
    assertThat(person(claim -> {}))
        .containsEntry("role", "none")
        .containsEntry("user_id", "ann")
        .containsEntry("registered", "false");
  }

  @Test
  void theFirstAdministratorNeedsNoRowAndARowWins() {
    stage.with(Variable.BOOTSTRAP_ADMIN_SUB, "ann");
    assertThat(person(claim -> {}))
        .containsEntry("role", "platform_admin")
        .containsEntry("registered", "false")
        .containsEntry("token_expires_at", NOW.plusSeconds(300).toString());
    assertThat(person(claims -> claims.subject("bob"))).containsEntry("role", "none");
    stage.user(ann(Role.NONE, Set.of(), List.of()));
    assertThat(person(claim -> {})).containsEntry("role", "none");
  }

  @Test
  void claimsMeanNothingUntilTheyAreEnabled() {
    assertThat(person(claims -> claims.claim("role", "platform_admin")))
        .containsEntry("role", "none");
  }

  @Test
  void anEnabledClaimGivesTheRoleOfSomebodyWithoutARow() {
    stage
        .with(Variable.JWT_ROLE_CLAIM, "app_metadata.role")
        .with(Variable.JWT_ORGANISATIONS_CLAIM, "app_metadata.organisations");
    Map<String, Object> metadata =
        Map.of("role", "org_admin", "organisations", List.of("north", "not an id!", "south"));
    assertThat(person(claims -> claims.claim("app_metadata", metadata)))
        .containsEntry("role", "org_admin")
        .containsEntry("organisations", "north,south")
        .containsEntry("display_name", "");
    stage.user(ann(Role.AGENT, Set.of(), List.of()));
    assertThat(person(claims -> claims.claim("app_metadata", metadata)))
        .containsEntry("role", "agent")
        .containsEntry("organisations", "");
  }

  @Test
  void aNamespacedClaimIsFoundByItsWholeName() {
    stage
        .with(Variable.JWT_ROLE_CLAIM, "https://id.example/role")
        .with(Variable.JWT_ORGANISATIONS_CLAIM, "orgs");
    assertThat(
            person(
                claims ->
                    claims.claim("https://id.example/role", "agent").claim("orgs", "north, south")))
        .containsEntry("role", "agent")
        .containsEntry("organisations", "north,south");
  }

  @Test
  void aClaimThatNamesNoOrSeveralRolesGivesNone() {
    stage.with(Variable.JWT_ROLE_CLAIM, "roles");
    for (Object value :
        List.of("root", "", 7, Map.of("a", "b"), List.of("agent", "platform_admin"))) {
      assertThat(person(claims -> claims.claim("roles", value))).containsEntry("role", "none");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user_metadata.role",
        "userMetadata.role",
        "https://id.example/user_metadata.role",
        "unsafe_metadata.role",
        "raw_user_metadata"
      })
  void aClaimThatUsersCanWriteThemselvesIsNeverTrusted(String path) {
    stage.with(Variable.JWT_ROLE_CLAIM, path);
    assertThatThrownBy(() -> person(claim -> {}))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("JWT_ROLE_CLAIM");
  }

  @Test
  void aWarmRequestCostsOneReadOfTheTableAndNothingElse() {
    stage.user(ann(Role.AGENT, Set.of(), List.of()));
    AuthorizerHandler handler = stage.handler();
    Calls.bearer(handler, Issuer.token());
    stage.requests.reset();
    int fetched = issuer.asked();
    Calls.bearer(handler, Issuer.token());
    assertThat(stage.requests.counts()).isEqualTo(Map.of("dynamodb.GetItem", 1));
    assertThat(issuer.asked()).isEqualTo(fetched);
  }

  @Test
  void aBadTokenCostsNoReadOfTheTable() {
    AuthorizerHandler handler = stage.handler();
    assertThatThrownBy(() -> Calls.bearer(handler, "a.b.c")).hasMessage("Unauthorized");
    assertThat(stage.requests.total()).isZero();
  }

  @Test
  void anOutageOfTheTableIsNotUnauthorizedAndLetsNobodyIn() {
    stage.with(Variable.BOOTSTRAP_ADMIN_SUB, "ann");
    stage.faults.next("dynamodb.GetItem", new Fault.AccessDenied());
    AuthorizerHandler handler = stage.handler();
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token()))
        .isInstanceOf(RuntimeException.class)
        .hasMessageNotContaining("Unauthorized");
    assertThat(Calls.bearer(handler, Issuer.token())).isNotNull();
  }

  private Map<String, Object> person(Consumer<JWTClaimsSet.Builder> change) {
    return Calls.bearer(stage.handler(), Issuer.token(Issuer.rsaKey(), change)).getContext();
  }

  private User ann(Role role, Set<String> organisations, List<ExtensionAssignment> extensions) {
    OrganisationRepository known = new OrganisationRepository(stage.database());
    organisations.forEach(id -> known.name(new OrganisationId(id), id, NOW));
    return new User(
        "ann",
        role,
        organisations.stream().map(OrganisationId::new).collect(Collectors.toSet()),
        extensions,
        "Ann Demo",
        Optional.empty(),
        NOW,
        NOW);
  }

  private static ExtensionAssignment assignment(
      String extension, Instant from, Optional<Instant> to) {
    return new ExtensionAssignment(new Extension(extension), new Interval(from, to));
  }
}
