package callcentre.functions.syncworker.pull;

import java.util.Optional;

/** How one dataset is pulled. */
public interface DatasetSync {

  /**
   * Pulls the dataset from the provider into its tables. Rows are stored as they are known, nothing
   * is ever deleted, and whatever ends the pull early is thrown: what was stored until then stays
   * and is in the tally.
   *
   * @param pull on whose behalf, and until when
   * @param tally counts what is done, also when this ends by an exception
   * @return where the next pull goes on; empty for datasets that are read whole
   * @throws callcentre.client.error.MightyCallException when the provider failed or may not be
   *     asked
   * @throws PullStoppedException when the pull cannot be completed for another reason
   */
  Optional<String> run(Pull pull, Tally tally);
}
