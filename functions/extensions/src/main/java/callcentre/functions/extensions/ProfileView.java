package callcentre.functions.extensions;

import callcentre.domain.extensions.Profile;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Optional;

/**
 * The key owner's profile as answers show it (contract: "GET …/profile").
 *
 * @param asOf when the last complete sync asked for it; empty when none was complete
 */
record ProfileView(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Optional<Extension> extension,
    Optional<String> role,
    Optional<Instant> asOf) {

  static ProfileView of(Profile profile, Optional<Instant> asOf) {
    return new ProfileView(
        profile.firstName(),
        profile.lastName(),
        profile.email(),
        profile.extension(),
        profile.role(),
        asOf);
  }
}
