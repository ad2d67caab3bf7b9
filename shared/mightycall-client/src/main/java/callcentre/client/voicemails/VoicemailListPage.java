package callcentre.client.voicemails;

import callcentre.client.json.Fields;
import callcentre.client.json.Rows;
import callcentre.client.json.UnreadableAnswerException;

/**
 * A page of voicemails.
 *
 * @param total how many voicemails the whole query has at the provider
 */
public record VoicemailListPage(Rows<VoicemailEntry> rows, long total) {

  static VoicemailListPage read(Fields data) {
    return new VoicemailListPage(
        Rows.read(data, "voicemails", VoicemailEntry::read),
        data.number("total").orElseThrow(() -> new UnreadableAnswerException("no number 'total'")));
  }
}
