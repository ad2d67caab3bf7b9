package callcentre.storage.voicemails;

import callcentre.domain.voicemails.VoicemailEvidence;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.storage.database.Database;
import callcentre.storage.gate.Admitted;
import callcentre.storage.history.Retention;
import callcentre.storage.links.LinkedStore;
import callcentre.storage.links.StoreResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stores what is said of voicemails: table {@code voicemail_logs}. The same facts in any order, any
 * number of times, make the same rows.
 */
public final class VoicemailStore {

  private final LinkedStore<VoicemailFact, VoicemailEvidence> store;

  /**
   * @param retention asked when a row is written
   */
  public VoicemailStore(Database database, Supplier<Retention> retention) {
    this.store = new LinkedStore<>(database, new VoicemailRecords(retention));
  }

  /**
   * Stores facts, many at once, at the cost of {@code CallStore.store}.
   *
   * @param facts any number
   * @return what became of each, in the same order; one that fails does not keep others from being
   *     stored
   * @throws software.amazon.awssdk.core.exception.SdkException when the database does not answer;
   *     some facts may be stored, and storing all of them again does no harm
   */
  public List<StoreResult<VoicemailFact>> store(List<Admitted<VoicemailFact>> facts) {
    return store.store(facts.stream().map(Admitted::value).toList());
  }
}
