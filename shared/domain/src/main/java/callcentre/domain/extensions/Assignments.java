package callcentre.domain.extensions;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the dashboard's users answer, as facts about extensions. It is read from all users, so an
 * extension without an entry has nobody.
 */
public final class Assignments {

  private final SortedMap<Extension, Assigned> current;
  private final Instant readAt;

  private Assignments(SortedMap<Extension, Assigned> current, Instant readAt) {
    this.current = current;
    this.readAt = readAt;
  }

  /**
   * @param users every user of the dashboard
   * @param readAt a moment before they were read
   */
  public static Assignments of(Collection<User> users, Instant readAt) {
    SortedMap<Extension, Assigned> current = new TreeMap<>();
    for (User user : users) {
      if (user.currentExtension().isPresent()) {
        Assigned fact = factOf(user);
        current.merge(
            fact.extension(),
            fact,
            (one, other) ->
                ExtensionEvidence.none(fact.extension())
                    .merge(one)
                    .merge(other)
                    .assignment()
                    .orElseThrow());
      }
    }
    return new Assignments(current, readAt);
  }

  /**
   * Evidence with these assignments: those that hold now, and the end of those that do not.
   *
   * @param known evidence by extension; it is left as it is
   */
  public SortedMap<Extension, ExtensionEvidence> mergedInto(
      Map<Extension, ExtensionEvidence> known) {
    SortedMap<Extension, ExtensionEvidence> merged = new TreeMap<>(known);
    current.forEach(
        (extension, fact) ->
            merged.merge(
                extension,
                ExtensionEvidence.none(extension).merge(fact),
                (evidence, assigned) -> evidence.merge(fact)));
    merged.replaceAll(
        (extension, evidence) ->
            evidence.currentAssignment().isPresent() && !current.containsKey(extension)
                ? evidence.merge(new Unassigned(extension, readAt))
                : evidence);
    return merged;
  }

  private static Assigned factOf(User user) {
    ExtensionAssignment open = user.extensions().getLast();
    Instant since = open.interval().from();
    Instant observedAt = user.updatedAt().isAfter(since) ? user.updatedAt() : since;
    return new Assigned(open.extension(), user.id(), user.displayName(), user.email(), observedAt);
  }
}
