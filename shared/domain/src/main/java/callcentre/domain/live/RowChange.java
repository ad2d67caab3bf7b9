package callcentre.domain.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A whole row as it was after a change: what a delta and a snapshot carry of it.
 *
 * @param id by which the client fetches it, 1 to 200 characters
 * @param version grows with every change of the row; a lower one than the held one is ignored
 * @param startedAt when the call started, the message was sent and so on: who holds an extension
 *     since later does not see it
 * @param data the row as JSON text, as the lists of the API have it; empty when it is larger than
 *     {@link LiveLimits#ROW_BYTES}: the client fetches it
 */
public record RowChange(
    RowType type, String id, long version, Instant startedAt, Optional<String> data) {

  private static final int LONGEST_ID = 200;

  public RowChange {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("a row's id has 1 to " + LONGEST_ID + " characters");
    }
    if (data.isPresent() && bytes(data.get()) > LiveLimits.ROW_BYTES) {
      throw new IllegalArgumentException("a row's text has at most " + LiveLimits.ROW_BYTES);
    }
  }

  /** A row of any size; the text of one that is too large for a message is left out. */
  public static RowChange of(
      RowType type, String id, long version, Instant startedAt, String data) {
    return new RowChange(
        type,
        id,
        version,
        startedAt,
        Optional.of(data).filter(text -> bytes(text) <= LiveLimits.ROW_BYTES));
  }

  /** The bytes of its text in UTF-8; 0 when the text was left out. */
  public int dataBytes() {
    return data.map(RowChange::bytes).orElse(0);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
