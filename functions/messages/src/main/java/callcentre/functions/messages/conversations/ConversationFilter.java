package callcentre.functions.messages.conversations;

import callcentre.api.history.HistoryWindow;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.messages.MessageLogQuery;
import java.time.Instant;
import java.util.Optional;

/**
 * Which conversations are asked for.
 *
 * @param businessNumber only those with this number of ours
 * @param client only those with this number at the other end
 */
record ConversationFilter(
    HistoryWindow window,
    Optional<PhoneNumber> businessNumber,
    Optional<PhoneNumber> client,
    PageRequest page) {

  /**
   * Reads the query of the list.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static ConversationFilter ofList(QueryParameters query, Instant now) {
    return query.read(
        q ->
            new ConversationFilter(
                HistoryWindow.read(q, now),
                q.phoneNumber("businessNumber"),
                q.phoneNumber("phone"),
                q.page()));
  }

  /**
   * Reads the query of one conversation, which reaches back as far as a list can unless told
   * otherwise.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static ConversationFilter ofOne(
      PhoneNumber business, PhoneNumber counterpart, QueryParameters query, Instant now) {
    return query.read(
        q ->
            new ConversationFilter(
                wholeWindow(q, now), Optional.of(business), Optional.of(counterpart), q.page()));
  }

  /** What is asked of the rows that a caller may see. */
  MessageLogQuery within(RowScope scope) {
    MessageLogQuery query = MessageLogQuery.between(window.from(), window.to(), scope);
    MessageLogQuery narrowed = businessNumber.map(query::withBusinessNumber).orElse(query);
    return client.map(narrowed::withClient).orElse(narrowed);
  }

  private static HistoryWindow wholeWindow(QueryReader query, Instant now) {
    HistoryWindow window = HistoryWindow.read(query, now);
    return query.instant("startUtc").isPresent()
        ? window
        : new HistoryWindow(window.to().minus(HistoryWindow.LONGEST), window.to());
  }
}
