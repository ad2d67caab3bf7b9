package callcentre.domain.extensions;

import callcentre.domain.people.Extension;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the provider says of the person at an extension (reference 3.4).
 *
 * @param extension the extension that the answer itself names; empty when it names none
 * @param role the provider's word, {@code admin} and {@code user} are known
 */
public record Profile(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Optional<Extension> extension,
    Optional<String> role) {

  /** First and last name as one; empty when the provider gave neither. */
  public Optional<String> fullName() {
    String name =
        Stream.of(firstName, lastName)
            .flatMap(Optional::stream)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
