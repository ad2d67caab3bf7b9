package callcentre.domain.calls;

import callcentre.domain.evidence.ProviderIds;
import java.util.Optional;

/**
 * The id of a call: its GUID, which {@code /calls}, webhooks and web phone share, or, as long as
 * that is unknown, the journal's id.
 *
 * @param value a GUID other than zero, or 24 hexadecimal digits; in lower case
 */
public record CallId(String value) implements Comparable<CallId> {

  public CallId {
    if (!canonical(value).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException(
          "a call id is a GUID or 24 hexadecimal digits, in lower case: " + value);
    }
  }

  /**
   * Reads an id in any case.
   *
   * @return empty when the text is no id; the GUID of zeros names no call (reference 0.1, 3.5)
   */
  public static Optional<CallId> find(String text) {
    return canonical(text).map(CallId::new);
  }

  /** Whether this is the call's own id rather than its journal record's. */
  public boolean isGuid() {
    return value.indexOf('-') > 0;
  }

  @Override
  public int compareTo(CallId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<String> canonical(String text) {
    return ProviderIds.guid(text).or(() -> ProviderIds.journalId(text));
  }
}
