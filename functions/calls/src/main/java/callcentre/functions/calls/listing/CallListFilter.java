package callcentre.functions.calls.listing;

import callcentre.api.history.HistoryWindow;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.calls.CallFilter;
import callcentre.domain.calls.CallSelection;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.calls.CallQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list of calls is asked for.
 *
 * @param client only calls with this number at the other end
 * @param text only calls in which it occurs
 */
record CallListFilter(
    HistoryWindow window,
    CallSelection selection,
    Optional<PhoneNumber> businessNumber,
    Optional<Extension> extension,
    Optional<PhoneNumber> client,
    Optional<CallText> text,
    PageRequest page) {

  private static final int LONGEST_TEXT = 100;

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static CallListFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** What is asked of the rows that a caller may see. */
  CallQuery within(RowScope scope) {
    return new CallQuery(
        window.from(),
        window.to(),
        selection,
        businessNumber,
        extension,
        client,
        text.map(wanted -> wanted::isIn),
        scope);
  }

  private static CallListFilter read(QueryReader query, Instant now) {
    HistoryWindow window = HistoryWindow.read(query, now);
    return new CallListFilter(
        window,
        CallSelection.of(
            query.severalOf("callFilter", List.of(CallFilter.values()), CallFilter::wireName)),
        query.phoneNumber("businessNumber"),
        query.extension("extension"),
        query.phoneNumber("phone"),
        query.text("q", LONGEST_TEXT).filter(text -> !text.isBlank()).map(CallText::of),
        query.page());
  }
}
