package callcentre.domain.people;

import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which calls, voicemails and messages somebody may see: those of the numbers in scope, and, for
 * whoever has an extension, their own (contract: "Who may call what").
 *
 * @param numbers the whole account, or what organisations own or owned
 * @param own where the person answered when: a row is the person's own when it started while one of
 *     its extensions was the person's
 */
public record RowScope(Scope numbers, List<ExtensionAssignment> own) {

  /** The whole account. */
  public static final RowScope EVERYTHING = new RowScope(new Scope.Everything(), List.of());

  public RowScope {
    own = List.copyOf(own);
  }

  /**
   * Whether a row is inside.
   *
   * @param number the row's business number; internal calls have none
   * @param extensions of the colleagues whose row it is
   * @param startedAt when the call started or the voicemail was left
   */
  public boolean contains(
      Optional<PhoneNumber> number, Collection<Extension> extensions, Instant startedAt) {
    return isEverything()
        || number.filter(business -> numbers.contains(business, startedAt)).isPresent()
        || isOwn(extensions, startedAt);
  }

  /** Whether a row of these colleagues is the person's own. */
  public boolean isOwn(Collection<Extension> extensions, Instant startedAt) {
    return own.stream()
        .anyMatch(
            assignment ->
                extensions.contains(assignment.extension())
                    && assignment.interval().contains(startedAt));
  }

  /** Whether nothing is outside. */
  public boolean isEverything() {
    return numbers instanceof Scope.Everything;
  }

  /** Whether nothing can be inside. */
  public boolean isEmpty() {
    return own.isEmpty() && numbers instanceof Scope.Owned owned && owned.isEmpty();
  }
}
