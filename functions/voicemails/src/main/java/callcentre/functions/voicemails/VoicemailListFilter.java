package callcentre.functions.voicemails;

import callcentre.api.history.HistoryWindow;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.voicemails.VoicemailQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list of voicemails is asked for.
 *
 * @param read only those that were heard, or only those that were not
 */
record VoicemailListFilter(
    HistoryWindow window,
    Optional<Boolean> read,
    Optional<PhoneNumber> businessNumber,
    PageRequest page) {

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static VoicemailListFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** What is asked of the rows that a caller may see. */
  VoicemailQuery within(RowScope scope) {
    return new VoicemailQuery(window.from(), window.to(), businessNumber, read, scope);
  }

  private static VoicemailListFilter read(QueryReader query, Instant now) {
    HistoryWindow window = HistoryWindow.read(query, now);
    return new VoicemailListFilter(
        window,
        query.oneOf("status", List.of(true, false), read -> read ? "read" : "unread"),
        query.phoneNumber("businessNumber"),
        query.page());
  }
}
