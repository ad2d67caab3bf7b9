package callcentre.functions.authorizer.people;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls, as the handlers shall see it.
 *
 * @param extension where the person answers at this moment
 * @param registered whether a row in {@code users} says all this, and not the token or a parameter
 * @param tokenExpires when the token that stands for the person does
 */
public record Person(
    String userId,
    Role role,
    Set<OrganisationId> organisations,
    Optional<Extension> extension,
    String displayName,
    boolean registered,
    Instant tokenExpires) {

  /** Somebody with a good token and no rights: the handlers answer 403. */
  public static Person unknown(String userId, Instant tokenExpires) {
    return new Person(userId, Role.NONE, Set.of(), Optional.empty(), "", false, tokenExpires);
  }

  /** The authorizer's context: texts only, which is all that API Gateway passes on. */
  public Map<String, Object> context() {
    return Map.of(
        "user_id", userId,
        "role", role.wireName(),
        "organisations",
            organisations.stream()
                .map(OrganisationId::value)
                .sorted()
                .collect(Collectors.joining(",")),
        "extension", extension.map(Extension::digits).orElse(""),
        "display_name", displayName,
        "registered", Boolean.toString(registered),
        "token_expires_at", tokenExpires.toString());
  }
}
