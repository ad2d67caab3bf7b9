package callcentre.domain.extensions;

import callcentre.domain.people.Extension;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which member of the team sits at which extension. {@code /team} names no extensions and a profile
 * names no id, so the full name is all there is. A name links only when exactly one member and
 * exactly one extension that the provider confirms bear it: an ambiguous name never links.
 */
public final class TeamLinks {

  private final Map<Extension, String> teamUserIds;

  private TeamLinks(Map<Extension, String> teamUserIds) {
    this.teamUserIds = Map.copyOf(teamUserIds);
  }

  /**
   * @param extensions everything known; extensions that vanished are left out of the comparison
   */
  public static TeamLinks between(Team team, Collection<ExtensionEvidence> extensions) {
    Map<PersonName, Set<String>> members = new HashMap<>();
    for (TeamUser user : team.users()) {
      members
          .computeIfAbsent(PersonName.of(user.fullName()), key -> new HashSet<>())
          .add(user.id());
    }
    Map<PersonName, Set<Extension>> seats = new HashMap<>();
    for (ExtensionEvidence evidence : extensions) {
      nameOf(evidence)
          .ifPresent(
              name ->
                  seats.computeIfAbsent(name, key -> new HashSet<>()).add(evidence.extension()));
    }
    Map<Extension, String> links = new HashMap<>();
    seats.forEach(
        (name, bearers) -> {
          Set<String> ids = members.getOrDefault(name, Set.of());
          if (ids.size() == 1 && bearers.size() == 1) {
            links.put(bearers.iterator().next(), ids.iterator().next());
          }
        });
    return new TeamLinks(links);
  }

  /** The provider's GUID of the person there; empty when no link is certain. */
  public Optional<String> teamUserIdAt(Extension extension) {
    return Optional.ofNullable(teamUserIds.get(extension));
  }

  private static Optional<PersonName> nameOf(ExtensionEvidence evidence) {
    return evidence
        .profile()
        .filter(found -> evidence.isFound())
        .flatMap(found -> found.profile().fullName())
        .map(PersonName::of)
        .filter(name -> !name.isBlank());
  }
}
