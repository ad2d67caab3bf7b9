package callcentre.client.journal;

import callcentre.client.json.Fields;
import java.util.Optional;

/**
 * The business number of a journal row: an object here, a text in calls (reference 0.1, 5).
 *
 * @param number as it was written
 */
public record JournalNumber(Optional<String> number, Optional<String> label) {

  static JournalNumber read(Fields fields) {
    return new JournalNumber(fields.text("number"), fields.text("label"));
  }
}
