package callcentre.domain.links;

import java.time.Instant;

/**
 * A record in its pair.
 *
 * @param id the call's, the voicemail's or the journal record's own id
 * @param kind which family gave it
 * @param start when it began; of a listed voicemail when it was left
 * @param end when it ended, as far as is known; else its start
 * @param joined whether its counterpart is known by an id, so that it can be nobody else's
 */
public record PairEntry(
    PairKey key, String id, Kind kind, Instant start, Instant end, boolean joined) {

  /** The family of a record. */
  public enum Kind {
    /** A call with its GUID. */
    CALL,
    /** A voicemail of {@code GET /voicemails}. */
    VOICEMAIL,
    /** A journal record. */
    JOURNAL
  }

  public PairEntry {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a record does not end before it starts: " + id);
    }
  }
}
