package callcentre.storage.calls;

import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact;
import callcentre.storage.database.Database;
import callcentre.storage.gate.Admitted;
import callcentre.storage.history.Retention;
import callcentre.storage.links.LinkedStore;
import callcentre.storage.links.StoreResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stores what is said of calls: table {@code call_history}. The same facts in any order, any number
 * of times, make the same rows.
 */
public final class CallStore {

  private final LinkedStore<CallFact, CallEvidence> store;

  /**
   * @param retention asked when a row is written
   */
  public CallStore(Database database, Supplier<Retention> retention) {
    this.store = new LinkedStore<>(database, new CallRecords(retention));
  }

  /**
   * Stores facts, many at once: 1 to 4 reads per 100, 1 conditional put per changed row, and for
   * new rows a part of a transaction; nothing is written for what is known.
   *
   * @param facts any number
   * @return what became of each, in the same order; one that fails does not keep others from being
   *     stored
   * @throws software.amazon.awssdk.core.exception.SdkException when the database does not answer;
   *     some facts may be stored, and storing all of them again does no harm
   */
  public List<StoreResult<CallFact>> store(List<Admitted<CallFact>> facts) {
    return store.store(facts.stream().map(Admitted::value).toList());
  }
}
