package callcentre.domain.extensions;

import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Optional;

/** Something a source said of one extension at one time. */
public sealed interface ExtensionFact {

  Extension extension();

  /** The start of our request to the provider, or when our own table was changed. */
  Instant observedAt();

  /** {@code profile/{extension}} answered with a person, or the own profile named it. */
  record ProfileFound(Extension extension, Profile profile, Instant observedAt)
      implements ExtensionFact {}

  /** {@code profile/{extension}} answered that there is nobody. */
  record ProfileMissed(Extension extension, Instant observedAt) implements ExtensionFact {}

  /**
   * A user of the dashboard answers at it.
   *
   * @param user the token's {@code sub}, which is not the provider's id of the person
   */
  record Assigned(
      Extension extension,
      String user,
      String displayName,
      Optional<String> email,
      Instant observedAt)
      implements ExtensionFact {}

  /** No user of the dashboard answers at it any more. */
  record Unassigned(Extension extension, Instant observedAt) implements ExtensionFact {}

  /**
   * It took part in a call of the history, which does not say whether somebody is there still.
   *
   * @param name how the call named the person
   * @param observedAt when the newest such call began
   */
  record SeenInHistory(Extension extension, Optional<String> name, Instant observedAt)
      implements ExtensionFact {}
}
