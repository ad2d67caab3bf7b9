package callcentre.functions.authorizer.people;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls, as the handlers shall see it.
 *
 * @param extension where the person answers at this moment
 */
public record Person(
    String userId,
    Role role,
    Set<OrganisationId> organisations,
    Optional<Extension> extension,
    String displayName) {

  /** Somebody with a good token and no rights: the handlers answer 403. */
  public static Person unknown(String userId) {
    return new Person(userId, Role.NONE, Set.of(), Optional.empty(), "");
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
        "display_name", displayName);
  }
}
