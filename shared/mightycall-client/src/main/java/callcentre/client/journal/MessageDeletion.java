package callcentre.client.journal;

import callcentre.client.json.Fields;
import java.util.List;

/**
 * What became of messages that were to be deleted.
 *
 * @param deletedIds of rows that are deleted now
 * @param notFoundIds of rows that the provider does not have
 */
public record MessageDeletion(List<String> deletedIds, List<String> notFoundIds) {

  public MessageDeletion {
    deletedIds = List.copyOf(deletedIds);
    notFoundIds = List.copyOf(notFoundIds);
  }

  /** The second name's spelling is the provider's (reference 6, row 27). */
  static MessageDeletion read(Fields data) {
    return new MessageDeletion(data.texts("deletedIds"), data.texts("notfoundIds"));
  }
}
