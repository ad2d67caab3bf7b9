package callcentre.storage.messages;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which messages somebody asks for.
 *
 * @param from the first instant that counts
 * @param to the first instant after it
 * @param statuses only these; none for all
 * @param client the number of the other end
 * @param extension of whoever sent it, or of the colleague whom the journal names
 * @param text what else a message must have
 * @param scope what the caller may see
 */
public record MessageLogQuery(
    Instant from,
    Instant to,
    Set<SendState> statuses,
    Optional<Direction> direction,
    Optional<PhoneNumber> businessNumber,
    Optional<PhoneNumber> client,
    Optional<Extension> extension,
    Optional<Predicate<LoggedMessage>> text,
    RowScope scope) {

  public MessageLogQuery {
    statuses = Set.copyOf(statuses);
  }

  /** All messages of some time that the scope has. */
  public static MessageLogQuery between(Instant from, Instant to, RowScope scope) {
    return new MessageLogQuery(
        from,
        to,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scope);
  }

  public MessageLogQuery withBusinessNumber(PhoneNumber number) {
    return new MessageLogQuery(
        from, to, statuses, direction, Optional.of(number), client, extension, text, scope);
  }

  public MessageLogQuery withClient(PhoneNumber number) {
    return new MessageLogQuery(
        from, to, statuses, direction, businessNumber, Optional.of(number), extension, text, scope);
  }

  /** Whether the message, as it is now, is asked for and may be seen. */
  boolean matches(LoggedMessage message) {
    return !message.at().isBefore(from)
        && message.at().isBefore(to)
        && (statuses.isEmpty() || statuses.contains(message.status()))
        && (direction.isEmpty() || direction.get() == message.direction())
        && (businessNumber.isEmpty() || businessNumber.equals(message.businessNumber()))
        && (client.isEmpty() || client.equals(message.client().phone()))
        && (extension.isEmpty() || extension.equals(message.agent().map(Agent::extension)))
        && (text.isEmpty() || text.get().test(message))
        && message.isIn(scope);
  }

  /** Whether something is asked for that no choice of index alone narrows. */
  boolean hasFilterOnRows() {
    return !statuses.isEmpty()
        || direction.isPresent()
        || extension.isPresent()
        || text.isPresent();
  }
}
