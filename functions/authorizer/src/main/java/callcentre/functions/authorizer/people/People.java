package callcentre.functions.authorizer.people;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.functions.authorizer.tokens.VerifiedToken;
import callcentre.storage.Versioned;
import callcentre.storage.people.UserRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the person behind a token. The table {@code users} decides; only for somebody without a row
 * there are two other sources: the first administrator, named by a parameter, and claims, where the
 * operator enabled them. So a row always takes rights away, too.
 */
public final class People {

  private final UserRepository users;
  private final Environment environment;
  private final InstantSource clock;

  public People(UserRepository users, Environment environment, InstantSource clock) {
    this.users = users;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * The person of a token: 1 request to DynamoDB.
   *
   * @throws callcentre.aws.ConfigurationException when a claim's path is not allowed
   */
  public Person find(VerifiedToken token) {
    Optional<ClaimPath> roleClaim = ClaimPath.of(environment, Variable.JWT_ROLE_CLAIM);
    Optional<ClaimPath> organisationsClaim =
        ClaimPath.of(environment, Variable.JWT_ORGANISATIONS_CLAIM);
    return users
        .find(token.subject())
        .map(Versioned::value)
        .map(user -> known(user, token))
        .or(() -> firstAdministrator(token))
        .orElseGet(() -> claimed(token, roleClaim, organisationsClaim));
  }

  private Person known(User user, VerifiedToken token) {
    return new Person(
        user.id(),
        user.role(),
        user.organisations(),
        user.extensionAt(clock.instant()),
        user.displayName(),
        true,
        token.expires());
  }

  private Optional<Person> firstAdministrator(VerifiedToken token) {
    return environment
        .find(Variable.BOOTSTRAP_ADMIN_SUB)
        .filter(token.subject()::equals)
        .map(
            subject ->
                new Person(
                    subject,
                    Role.PLATFORM_ADMIN,
                    Set.of(),
                    Optional.empty(),
                    subject,
                    false,
                    token.expires()));
  }

  private static Person claimed(
      VerifiedToken token, Optional<ClaimPath> role, Optional<ClaimPath> organisations) {
    List<String> roles = role.map(path -> path.values(token.claims())).orElse(List.of());
    if (roles.size() != 1) {
      return Person.unknown(token.subject(), token.expires());
    }
    return new Person(
        token.subject(),
        Role.ofWireName(roles.getFirst()).orElse(Role.NONE),
        organisations(organisations.map(path -> path.values(token.claims())).orElse(List.of())),
        Optional.empty(),
        "",
        false,
        token.expires());
  }

  private static Set<OrganisationId> organisations(List<String> ids) {
    return ids.stream()
        .map(People::organisation)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** No organisation can have a malformed id, so leaving it out takes no right away. */
  private static Optional<OrganisationId> organisation(String id) {
    try {
      return Optional.of(new OrganisationId(id));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
