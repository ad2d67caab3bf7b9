package callcentre.api.testing;

import callcentre.api.access.Principal;
import callcentre.api.access.Session;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Principals as the authorizer would find them. */
public final class Callers {

  private Callers() {}

  public static Principal admin() {
    return of(Role.PLATFORM_ADMIN);
  }

  public static Principal orgAdmin(String... organisations) {
    return of(Role.ORG_ADMIN, organisations);
  }

  public static Principal manager(String... organisations) {
    return of(Role.ORG_MANAGER, organisations);
  }

  /** An agent with extension 101. */
  public static Principal agent(String... organisations) {
    return withExtension(of(Role.AGENT, organisations), "101");
  }

  /** Somebody with a good token whom the table of users does not know. */
  public static Principal nobody() {
    return of(Role.NONE);
  }

  /** A caller of a role; its id is the role's name. */
  public static Principal of(Role role, String... organisations) {
    return new Principal(
        role.wireName(),
        role,
        Arrays.stream(organisations).map(OrganisationId::new).collect(Collectors.toSet()),
        Optional.empty(),
        role.wireName(),
        Session.UNKNOWN);
  }

  public static Principal withExtension(Principal principal, String extension) {
    return new Principal(
        principal.userId(),
        principal.role(),
        principal.organisations(),
        Optional.of(new Extension(extension)),
        principal.displayName(),
        principal.session());
  }

  public static Principal withId(Principal principal, String userId) {
    return new Principal(
        userId,
        principal.role(),
        principal.organisations(),
        principal.extension(),
        principal.displayName(),
        principal.session());
  }

  /** The same with a row in {@code users}, or without one, and a token that expires then. */
  public static Principal withSession(Principal principal, Session session) {
    return new Principal(
        principal.userId(),
        principal.role(),
        principal.organisations(),
        principal.extension(),
        principal.displayName(),
        session);
  }
}
