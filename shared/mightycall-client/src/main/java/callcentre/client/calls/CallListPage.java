package callcentre.client.calls;

import callcentre.client.json.Fields;
import callcentre.client.json.Rows;
import callcentre.client.json.UnreadableAnswerException;

/**
 * A page of calls.
 *
 * @param total how many calls the whole query has at the provider
 */
public record CallListPage(Rows<CallEntry> rows, long total) {

  static CallListPage read(Fields data) {
    return new CallListPage(
        Rows.read(data, "calls", CallEntry::read),
        data.number("total").orElseThrow(() -> new UnreadableAnswerException("no number 'total'")));
  }
}
