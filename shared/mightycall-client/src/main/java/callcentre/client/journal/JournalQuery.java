package callcentre.client.journal;

import callcentre.client.http.Query;
import java.util.Optional;

/**
 * A page of the rows that a filter finds (reference 2.4, 3.5).
 *
 * @param page from 1
 * @param pageSize 1 to 1,000
 * @param options what else the provider shows of each row
 */
public record JournalQuery(JournalFilter filter, int page, int pageSize, Options options) {

  /** More is refused by the provider. */
  public static final int LARGEST_PAGE = 1_000;

  public JournalQuery {
    if (page < 1 || pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new IllegalArgumentException("page " + page + " of " + pageSize + " rows");
    }
  }

  /**
   * What a list shows and how. What is false is not sent, as it is the provider's own default.
   *
   * @param users every user who took part, not only the agent
   * @param contacts the clients' names in the address book
   * @param externalContacts the clients' names in other systems
   * @param reverse the other order; which one comes first is not documented
   */
  public record Options(
      boolean users, boolean contacts, boolean externalContacts, boolean reverse) {

    /** Only what a row always has. */
    public static final Options PLAIN = new Options(false, false, false, false);

    /** With every user who took part. */
    public static final Options WITH_USERS = new Options(true, false, false, false);
  }

  /** The first page, with the users who took part. */
  public static JournalQuery of(JournalFilter filter, int pageSize) {
    return new JournalQuery(filter, 1, pageSize, Options.WITH_USERS);
  }

  /** Another page of the same rows. */
  public JournalQuery withPage(int other) {
    return new JournalQuery(filter, other, pageSize, options);
  }

  /**
   * The page after this one: there is one while pages are full (reference 2.4).
   *
   * @return empty when the answer was the last page
   */
  public Optional<JournalQuery> next(JournalPage answer) {
    return answer.rows().sent() < pageSize ? Optional.empty() : Optional.of(withPage(page + 1));
  }

  /** The parameters of this query, for whichever family takes them. */
  public Query toQuery() {
    Query query = filter.toQuery().set("page", page).set("pageSize", pageSize);
    setIf(query, "showUsers", options.users());
    setIf(query, "resolveContacts", options.contacts());
    setIf(query, "showExternalContacts", options.externalContacts());
    setIf(query, "reverse", options.reverse());
    return query;
  }

  private static void setIf(Query query, String name, boolean value) {
    if (value) {
      query.set(name, "true");
    }
  }
}
