package callcentre.client.voicemails;

import callcentre.client.http.Query;
import callcentre.client.json.ProviderTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which voicemails, and which page of them (reference 2.4, 3.2). Window and page size are always
 * given: the provider's own are not documented.
 *
 * @param start the window's begin, sent rounded down to seconds
 * @param end the window's end, after {@code start}, sent rounded up to seconds
 * @param pageSize 1 to 1,000
 * @param skip how many voicemails come before this page, 0 or more
 * @param filters any of them; none for all voicemails
 * @param searchText what the provider searches for; empty for everything
 */
public record VoicemailListQuery(
    Instant start,
    Instant end,
    int pageSize,
    int skip,
    List<VoicemailListFilter> filters,
    Optional<String> searchText) {

  /** As for calls: more has never been seen to work (reference 2.4). */
  public static final int LARGEST_PAGE = 1_000;

  public VoicemailListQuery {
    filters = List.copyOf(filters);
    if (!start.isBefore(end) || pageSize < 1 || pageSize > LARGEST_PAGE || skip < 0) {
      throw new IllegalArgumentException(
          "a window from " + start + " to " + end + ", pages of " + pageSize + ", skip " + skip);
    }
  }

  /** All voicemails of a window, the first page. */
  public static VoicemailListQuery of(Instant start, Instant end, int pageSize) {
    return new VoicemailListQuery(start, end, pageSize, 0, List.of(), Optional.empty());
  }

  /** The same voicemails after others. */
  public VoicemailListQuery withSkip(int before) {
    return new VoicemailListQuery(start, end, pageSize, before, filters, searchText);
  }

  /** Only voicemails that the filters want. */
  public VoicemailListQuery withFilters(List<VoicemailListFilter> wanted) {
    return new VoicemailListQuery(start, end, pageSize, skip, wanted, searchText);
  }

  /** Only voicemails in which the provider finds a text. */
  public VoicemailListQuery withSearchText(String text) {
    return new VoicemailListQuery(start, end, pageSize, skip, filters, Optional.of(text));
  }

  /**
   * The page after this one.
   *
   * @return empty when the answer was the last page: it had no rows, or they reach the total
   */
  public Optional<VoicemailListQuery> next(VoicemailListPage answer) {
    int reached = skip + answer.rows().sent();
    return answer.rows().sent() == 0 || reached >= answer.total()
        ? Optional.empty()
        : Optional.of(withSkip(reached));
  }

  Query toQuery() {
    return new Query()
        .set("pageSize", pageSize)
        .set("skip", skip)
        .set("startUtc", ProviderTime.seconds(start))
        .set("endUtc", ProviderTime.secondsUp(end))
        .setWords("voicemailFilter", filters)
        .set("customFilter", searchText);
  }
}
