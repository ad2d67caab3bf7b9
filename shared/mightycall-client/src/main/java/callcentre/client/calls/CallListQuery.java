package callcentre.client.calls;

import callcentre.client.http.Query;
import callcentre.client.json.ProviderTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which calls, and which page of them (reference 2.4, 3.1). The window is always given: the
 * provider's own is the last day. {@code page} does not exist here, the provider would ignore it
 * and repeat the first page.
 *
 * @param start the window's begin, sent rounded down to seconds
 * @param end the window's end, after {@code start}, sent rounded up to seconds
 * @param pageSize 1 to 1,000: more has never been seen to work
 * @param skip how many calls come before this page, 0 or more
 * @param filters any of them; none for all calls
 * @param searchText what the provider searches for; empty for everything
 * @param extension of one user; empty for everybody
 */
public record CallListQuery(
    Instant start,
    Instant end,
    int pageSize,
    int skip,
    List<CallListFilter> filters,
    Optional<String> searchText,
    Optional<String> extension) {

  /** The largest page that live clients use (reference 2.4). */
  public static final int LARGEST_PAGE = 1_000;

  public CallListQuery {
    filters = List.copyOf(filters);
    if (!start.isBefore(end) || pageSize < 1 || pageSize > LARGEST_PAGE || skip < 0) {
      throw new IllegalArgumentException(
          "a window from " + start + " to " + end + ", pages of " + pageSize + ", skip " + skip);
    }
  }

  /** All calls of a window, the first page. */
  public static CallListQuery of(Instant start, Instant end, int pageSize) {
    return new CallListQuery(
        start, end, pageSize, 0, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same calls after others. */
  public CallListQuery withSkip(int before) {
    return new CallListQuery(start, end, pageSize, before, filters, searchText, extension);
  }

  /** Only calls that one of the filters wants. */
  public CallListQuery withFilters(List<CallListFilter> wanted) {
    return new CallListQuery(start, end, pageSize, skip, wanted, searchText, extension);
  }

  /** Only calls in which the provider finds a text. */
  public CallListQuery withSearchText(String text) {
    return new CallListQuery(start, end, pageSize, skip, filters, Optional.of(text), extension);
  }

  /** Only calls of one extension. */
  public CallListQuery withExtension(String of) {
    return new CallListQuery(start, end, pageSize, skip, filters, searchText, Optional.of(of));
  }

  /**
   * The page after this one.
   *
   * @return empty when the answer was the last page: it had no rows, or they reach the total
   */
  public Optional<CallListQuery> next(CallListPage answer) {
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
        .setWords("callFilter", filters)
        .set("customFilter", searchText)
        .set("extension", extension);
  }
}
