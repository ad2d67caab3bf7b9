package callcentre.client.journal;

import callcentre.client.http.Query;
import callcentre.client.json.ProviderTime;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which rows of the journal (reference 3.5). The window is always given, and only documented
 * parameters can be: the provider refuses every other one. Several values of one parameter are
 * alternatives; setting a parameter again replaces it.
 */
public final class JournalFilter {

  private final Instant from;
  private final Instant to;
  private final Map<String, String> narrowing;

  private JournalFilter(Instant from, Instant to, Map<String, String> narrowing) {
    this.from = from;
    this.to = to;
    this.narrowing = Map.copyOf(narrowing);
  }

  /**
   * All rows that began in a window.
   *
   * @param from sent rounded down to milliseconds
   * @param to after {@code from}, sent rounded up to milliseconds
   */
  public static JournalFilter window(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window from " + from + " to " + to);
    }
    return new JournalFilter(from, to, Map.of());
  }

  public JournalFilter types(Collection<JournalType> types) {
    return with("type", words(types));
  }

  public JournalFilter origins(Collection<JournalOrigin> origins) {
    return with("origin", words(origins));
  }

  public JournalFilter states(Collection<JournalState> states) {
    return with("state", words(states));
  }

  /** States of inbound rows only. */
  public JournalFilter inbound(Collection<JournalState> states) {
    return with("inbound", words(states));
  }

  /** States of outbound rows only. */
  public JournalFilter outbound(Collection<JournalState> states) {
    return with("outbound", words(states));
  }

  /** States of callbacks only. */
  public JournalFilter callbacks(Collection<JournalState> states) {
    return with("callbacks", words(states));
  }

  /**
   * Only voicemails that were read, or were not; the provider takes this together with {@code
   * inbound=voiceMail} only, so it is set as well.
   */
  public JournalFilter voicemailsRead(boolean read) {
    return inbound(List.of(JournalState.VOICE_MAIL)).with("isRead", Boolean.toString(read));
  }

  public JournalFilter workflows(Collection<JournalWorkflow> workflows) {
    return with("wfState", words(workflows));
  }

  /**
   * @param ids GUIDs of the team's users
   */
  public JournalFilter userIds(Collection<String> ids) {
    return with("userId", String.join(",", ids));
  }

  /**
   * @param ids GUIDs of the team's groups
   */
  public JournalFilter groupIds(Collection<String> ids) {
    return with("groupId", String.join(",", ids));
  }

  /**
   * @param ids GUIDs of the team's voicemail boxes
   */
  public JournalFilter voicemailBoxIds(Collection<String> ids) {
    return with("vmBoxId", String.join(",", ids));
  }

  /** Numbers of clients; the provider wants them with {@code +} (reference 2.7). */
  public JournalFilter phones(Collection<PhoneNumber> phones) {
    return with("phone", String.join(",", phones.stream().map(PhoneNumber::e164).toList()));
  }

  public JournalFilter email(String email) {
    return with("email", email);
  }

  /** Numbers of the account; the provider wants them without {@code +} (reference 2.7). */
  public JournalFilter businessNumbers(Collection<PhoneNumber> numbers) {
    return with(
        "businessNumber", String.join(",", numbers.stream().map(PhoneNumber::digits).toList()));
  }

  /**
   * @param property where to look; empty for everywhere
   */
  public JournalFilter search(String text, Optional<JournalSearch> property) {
    return with("searchText", text)
        .with("searchProperty", property.map(JournalSearch::wireName).orElse(""));
  }

  /** Bounds whose purpose is not documented; see {@link #window} for the usual ones. */
  public JournalFilter earliestAndLatest(Instant earliest, Instant latest) {
    return with("earliest", ProviderTime.millis(earliest))
        .with("latest", ProviderTime.millisUp(latest));
  }

  public Instant from() {
    return from;
  }

  public Instant to() {
    return to;
  }

  /** The parameters of this filter, for whichever family takes them. */
  public Query toQuery() {
    Query query =
        new Query().set("from", ProviderTime.millis(from)).set("to", ProviderTime.millisUp(to));
    new TreeMap<>(narrowing).forEach(query::set);
    return query;
  }

  private JournalFilter with(String name, String value) {
    Map<String, String> more = new TreeMap<>(narrowing);
    if (value.isEmpty()) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new JournalFilter(from, to, more);
  }

  private static String words(Collection<? extends Query.Word> words) {
    return String.join(",", words.stream().map(Query.Word::wireName).toList());
  }
}
