package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.Rows;

/** A page of the journal; how many rows there are in all only {@code counts} tells. */
public record JournalPage(Rows<JournalEntry> rows) {

  /**
   * Reads a page, of whichever family that shows journal rows.
   *
   * @throws callcentre.client.json.UnreadableAnswerException when there is no list
   */
  public static JournalPage read(Fields fields) {
    return new JournalPage(Rows.read(fields, "requests", JournalEntry::read));
  }
}
