package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.UnreadableAnswerException;
import java.time.Instant;
import java.util.Optional;

/**
 * How many rows a filter finds.
 *
 * @param from the window that the provider counted, as it says
 * @param to the window's end
 */
public record JournalCount(long records, Optional<Instant> from, Optional<Instant> to) {

  static JournalCount read(Fields fields) {
    return new JournalCount(
        fields
            .number("records")
            .orElseThrow(() -> new UnreadableAnswerException("no number 'records'")),
        fields.time("from"),
        fields.time("to"));
  }
}
