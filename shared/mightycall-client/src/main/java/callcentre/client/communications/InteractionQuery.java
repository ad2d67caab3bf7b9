package callcentre.client.communications;

import callcentre.client.http.Query;
import callcentre.client.json.ProviderTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of interactions (reference 2.4, 3.7). The provider's own page size is not documented, so
 * it is always given.
 *
 * @param latest nothing after it; empty for no bound
 * @param earliest nothing before it; empty for no bound
 * @param pageNumber from 1
 * @param pageSize 1 to 1,000
 */
public record InteractionQuery(
    InteractionTab tab,
    Optional<Instant> latest,
    Optional<Instant> earliest,
    int pageNumber,
    int pageSize) {

  /** As in the journal. */
  public static final int LARGEST_PAGE = 1_000;

  public InteractionQuery {
    if (pageNumber < 1 || pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new IllegalArgumentException("page " + pageNumber + " of " + pageSize);
    }
  }

  /** The first page. */
  public static InteractionQuery of(InteractionTab tab, int pageSize) {
    return new InteractionQuery(tab, Optional.empty(), Optional.empty(), 1, pageSize);
  }

  /**
   * The page after this one: there is one while pages are full.
   *
   * @return empty when the answer was the last page
   */
  public Optional<InteractionQuery> next(InteractionPage answer) {
    return answer.rows().sent() < pageSize
        ? Optional.empty()
        : Optional.of(new InteractionQuery(tab, latest, earliest, pageNumber + 1, pageSize));
  }

  Query toQuery() {
    return new Query()
        .set("tab", tab.wireName())
        .set("latest", latest.map(ProviderTime::millisUp))
        .set("earliest", earliest.map(ProviderTime::millis))
        .set("pageNumber", pageNumber)
        .set("pageSize", pageSize);
  }
}
