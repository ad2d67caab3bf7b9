package callcentre.storage.links;

import java.util.Optional;

/**
 * What became of one fact.
 *
 * @param row the id of the row that shows it now; of a failed one, the record's own id
 * @param problem why it failed; empty for every other outcome
 */
public record StoreResult<F>(F fact, StoreOutcome outcome, String row, Optional<String> problem) {

  static <F> StoreResult<F> of(F fact, StoreOutcome outcome, String row) {
    return new StoreResult<>(fact, outcome, row, Optional.empty());
  }

  static <F> StoreResult<F> failed(F fact, String record, String problem) {
    return new StoreResult<>(fact, StoreOutcome.FAILED, record, Optional.of(problem));
  }
}
