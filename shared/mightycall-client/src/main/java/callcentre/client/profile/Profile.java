package callcentre.client.profile;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user as the provider describes it.
 *
 * @param extension the provider's own string
 */
public record Profile(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Optional<String> extension,
    Optional<ProviderWord<ProfileRole>> role) {

  /** First and last name, as far as there are any. */
  public String fullName() {
    return Stream.of(firstName, lastName)
        .flatMap(Optional::stream)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  static Profile read(Fields data) {
    return new Profile(
        data.text("firstName"),
        data.text("lastName"),
        data.text("email"),
        data.text("extension"),
        data.text("role").map(role -> ProviderWord.read(role, ProfileRole.class)));
  }
}
