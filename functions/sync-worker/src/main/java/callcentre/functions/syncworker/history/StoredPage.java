package callcentre.functions.syncworker.history;

import callcentre.client.json.UnreadableRow;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.functions.syncworker.pull.PullStoppedException;
import callcentre.functions.syncworker.pull.Tally;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.Refused;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Counts what becomes of the rows of a page. */
final class StoredPage {

  private final Tally tally;
  private int failed;
  private Optional<String> problem = Optional.empty();

  StoredPage(Tally tally) {
    this.tally = tally;
  }

  /** Rows that lack what every row must have. */
  void unreadable(List<UnreadableRow> rows) {
    rows.forEach(row -> skip(row.reason()));
  }

  /** A row that is not stored. */
  void skip(String reason) {
    tally.fetched(1);
    tally.skipped(1);
    tally.note("Skipped: " + reason + ".");
  }

  /**
   * Lets facts through the gate and stores them.
   *
   * @param countName which of the contract's counts they belong to
   */
  <F> void store(
      Admission<F> admission,
      Function<List<Admitted<F>>, List<StoreResult<F>>> store,
      String countName) {
    tally.fetched(admission.admitted().size());
    for (Refused<F> refused : admission.refused()) {
      skip("the gate refused a row, " + refused.reason().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (admission.admitted().isEmpty()) {
      return;
    }
    for (StoreResult<F> result : store.apply(admission.admitted())) {
      tally.stored(result.outcome(), countName);
      if (result.outcome() == StoreOutcome.FAILED) {
        failed++;
        problem = problem.or(result::problem);
      }
    }
  }

  /**
   * @throws PullStoppedException when a row could not be stored: the page is not done
   */
  void finish() {
    if (failed > 0) {
      throw new PullStoppedException(
          SyncErrorCode.STORAGE_CONFLICT.error(
              failed
                  + " rows of a page could not be stored ("
                  + problem.orElse("no reason given")
                  + "). The others are, nothing was removed; the next sync reads the page again.",
              true));
    }
  }
}
