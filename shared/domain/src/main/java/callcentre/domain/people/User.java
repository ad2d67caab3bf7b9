package callcentre.domain.people;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person of the dashboard. The token proves only {@code sub}; what the person may do is here.
 *
 * @param id the token's {@code sub}
 * @param extensions in order of time; at most the last one is open
 */
public record User(
    String id,
    Role role,
    Set<OrganisationId> organisations,
    List<ExtensionAssignment> extensions,
    String displayName,
    Optional<String> email,
    Instant createdAt,
    Instant updatedAt) {

  public User {
    organisations = Set.copyOf(organisations);
    extensions = List.copyOf(extensions);
  }

  public Optional<Extension> extensionAt(Instant at) {
    return extensions.stream()
        .filter(assignment -> assignment.interval().contains(at))
        .map(ExtensionAssignment::extension)
        .findFirst();
  }

  /** The extension whose interval still lasts. */
  public Optional<Extension> currentExtension() {
    return extensions.isEmpty()
        ? Optional.empty()
        : Optional.of(extensions.getLast())
            .filter(assignment -> assignment.interval().isOpen())
            .map(ExtensionAssignment::extension);
  }

  /**
   * The extension history after a change at {@code now}: the open interval ends, another starts.
   *
   * @param extension the new extension; empty when the person has none any more
   */
  public List<ExtensionAssignment> extensionsAfter(Optional<Extension> extension, Instant now) {
    if (extension.equals(currentExtension())) {
      return extensions;
    }
    List<ExtensionAssignment> changed = new ArrayList<>(extensions);
    if (currentExtension().isPresent()) {
      ExtensionAssignment open = changed.removeLast();
      if (open.interval().from().isBefore(now)) {
        changed.add(
            new ExtensionAssignment(
                open.extension(), new Interval(open.interval().from(), Optional.of(now))));
      }
    }
    extension.ifPresent(next -> changed.add(new ExtensionAssignment(next, Interval.since(now))));
    return List.copyOf(changed);
  }
}
