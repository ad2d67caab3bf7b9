package callcentre.storage.calls;

import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallSelection;
import callcentre.domain.calls.Party;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Which calls somebody asks for.
 *
 * @param from the first instant at which they may have started
 * @param to the first instant after it
 * @param extension of the agent, or of somebody else who talked in them
 * @param client the number of the other end
 * @param text what else a call must have, for example a text in its comment
 * @param scope what the caller may see
 */
public record CallQuery(
    Instant from,
    Instant to,
    CallSelection selection,
    Optional<PhoneNumber> businessNumber,
    Optional<Extension> extension,
    Optional<PhoneNumber> client,
    Optional<Predicate<Call>> text,
    RowScope scope) {

  /** All calls of some time that the scope has. */
  public static CallQuery between(Instant from, Instant to, RowScope scope) {
    return new CallQuery(
        from,
        to,
        CallSelection.ALL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scope);
  }

  public CallQuery with(CallSelection chosen) {
    return new CallQuery(from, to, chosen, businessNumber, extension, client, text, scope);
  }

  public CallQuery withBusinessNumber(PhoneNumber number) {
    return new CallQuery(from, to, selection, Optional.of(number), extension, client, text, scope);
  }

  public CallQuery withExtension(Extension asked) {
    return new CallQuery(
        from, to, selection, businessNumber, Optional.of(asked), client, text, scope);
  }

  public CallQuery withClient(PhoneNumber number) {
    return new CallQuery(
        from, to, selection, businessNumber, extension, Optional.of(number), text, scope);
  }

  public CallQuery withText(Predicate<Call> condition) {
    return new CallQuery(
        from, to, selection, businessNumber, extension, client, Optional.of(condition), scope);
  }

  /** Whether the call, as it is now, is asked for and may be seen. */
  boolean matches(Call call) {
    SortedSet<Extension> talkers = call.talkers();
    return !call.startedAt().isBefore(from)
        && call.startedAt().isBefore(to)
        && selection.matches(call)
        && (businessNumber.isEmpty() || businessNumber.equals(call.businessNumber()))
        && (extension.isEmpty() || talkers.contains(extension.get()))
        && (client.isEmpty() || client.equals(call.client().flatMap(Party::phone)))
        && (text.isEmpty() || text.get().test(call))
        && scope.contains(call.businessNumber(), talkers, call.startedAt());
  }
}
