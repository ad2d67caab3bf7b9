package callcentre.domain.extensions;

import java.util.Optional;

/**
 * A member of the provider's team (reference 3.4). The team knows no extension numbers.
 *
 * @param id the provider's GUID
 * @param fullName as the provider writes it
 * @param role the provider's word; empty when it names none
 */
public record TeamUser(
    String id, String fullName, Optional<String> role, Optional<String> avatarUrl) {}
