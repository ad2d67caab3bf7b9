package callcentre.domain.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What tells of records that are counted and compared with ours. */
public enum HistorySource {
  /** {@code GET /calls}. */
  CALLS,
  /** The journal's calls. */
  JOURNAL_CALLS,
  /** The journal's messages. */
  JOURNAL_MESSAGES,
  /** {@code GET /voicemails}. */
  VOICEMAILS,
  /** Webhook events: of which of the listed calls they told. */
  WEBHOOKS;

  /** The name in answers, for example {@code journal_calls}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HistorySource> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
