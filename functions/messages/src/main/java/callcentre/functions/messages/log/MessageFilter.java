package callcentre.functions.messages.log;

import callcentre.api.history.HistoryWindow;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.calls.Direction;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.messages.MessageLogQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of messages is asked for.
 *
 * @param statuses only these; none for all
 * @param client only messages with this number at the other end
 * @param text only messages in which it occurs, in lower case
 */
record MessageFilter(
    HistoryWindow window,
    Set<SendState> statuses,
    Optional<Direction> direction,
    Optional<PhoneNumber> businessNumber,
    Optional<PhoneNumber> client,
    Optional<Extension> extension,
    Optional<String> text,
    PageRequest page) {

  private static final int LONGEST_TEXT = 100;

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static MessageFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** What is asked of the rows that a caller may see. */
  MessageLogQuery within(RowScope scope) {
    return new MessageLogQuery(
        window.from(),
        window.to(),
        statuses,
        direction,
        businessNumber,
        client,
        extension,
        text.map(wanted -> message -> isIn(message, wanted)),
        scope);
  }

  private static MessageFilter read(QueryReader query, Instant now) {
    return new MessageFilter(
        HistoryWindow.read(query, now),
        query.severalOf("status", List.of(SendState.values()), SendState::wireName),
        query.oneOf(
            "direction", List.of(Direction.INCOMING, Direction.OUTGOING), Direction::wireName),
        query.phoneNumber("businessNumber"),
        query.phoneNumber("phone"),
        query.extension("extension"),
        query
            .text("q", LONGEST_TEXT)
            .filter(text -> !text.isBlank())
            .map(text -> text.strip().toLowerCase(Locale.ROOT)),
        query.page());
  }

  private static boolean isIn(LoggedMessage message, String wanted) {
    return message
        .text()
        .filter(text -> text.toLowerCase(Locale.ROOT).contains(wanted))
        .isPresent();
  }
}
