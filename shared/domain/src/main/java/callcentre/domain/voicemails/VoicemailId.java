package callcentre.domain.voicemails;

import callcentre.domain.evidence.ProviderIds;
import java.util.Optional;

/**
 * The id of a voicemail: its journal record's, for only the journal can change it, or, as long as
 * that is unknown, the one of {@code GET /voicemails} (design: "Joining families").
 *
 * @param value 24 hexadecimal digits, or a GUID other than zero; in lower case
 */
public record VoicemailId(String value) implements Comparable<VoicemailId> {

  public VoicemailId {
    if (!canonical(value).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException(
          "a voicemail id is 24 hexadecimal digits or a GUID, in lower case: " + value);
    }
  }

  /** Reads an id in any case; empty when the text is none. */
  public static Optional<VoicemailId> find(String text) {
    return canonical(text).map(VoicemailId::new);
  }

  /** Whether it is the journal's. */
  public boolean isJournal() {
    return value.indexOf('-') < 0;
  }

  @Override
  public int compareTo(VoicemailId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<String> canonical(String text) {
    return ProviderIds.journalId(text).or(() -> ProviderIds.guid(text));
  }
}
