package callcentre.storage.messages;

import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact;
import callcentre.storage.database.Database;
import callcentre.storage.gate.Admitted;
import callcentre.storage.history.Retention;
import callcentre.storage.links.LinkedStore;
import callcentre.storage.links.StoreResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stores what the journal says of text messages: table {@code sms_logs}. The same facts in any
 * order, any number of times, make the same rows.
 */
public final class MessageStore {

  private final LinkedStore<MessageFact, MessageEvidence> store;

  /**
   * @param retention asked when a row is written
   */
  public MessageStore(Database database, Supplier<Retention> retention) {
    this.store = new LinkedStore<>(database, new MessageRecords(retention));
  }

  /**
   * Stores facts, many at once: 1 read per 100, 1 conditional put per new or changed row.
   *
   * @param facts any number
   * @return what became of each, in the same order; one that fails does not keep others from being
   *     stored
   * @throws software.amazon.awssdk.core.exception.SdkException when the database does not answer;
   *     some facts may be stored, and storing all of them again does no harm
   */
  public List<StoreResult<MessageFact>> store(List<Admitted<MessageFact>> facts) {
    return store.store(facts.stream().map(Admitted::value).toList());
  }
}
