package callcentre.functions.syncworker.history;

import callcentre.client.json.UnreadableRow;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.PullStoppedException;
import callcentre.functions.syncworker.pull.Tally;
import callcentre.messaging.settling.PulledMessages;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.Refused;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Counts what becomes of the rows of a page. */
final class StoredPage {

  /** So many are stored between two looks at the clock: far less than a worker's last seconds. */
  private static final int ROWS_AT_ONCE = 100;

  private final Tally tally;
  private final Pull pull;
  private int failed;
  private Optional<String> problem = Optional.empty();

  /**
   * @param pull until when rows may be stored
   */
  StoredPage(Tally tally, Pull pull) {
    this.tally = tally;
    this.pull = pull;
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

  /** A call of which webhooks tell, and when it started. */
  void call(Instant startedAt) {
    tally.call(startedAt);
  }

  /**
   * Lets facts through the gate and stores them.
   *
   * @param countName which of the contract's counts they belong to
   * @throws PullStoppedException when the worker's time is over: what was stored stays, and whoever
   *     reads the page again finds it unchanged
   */
  <F> void store(
      Admission<F> admission,
      Function<List<Admitted<F>>, List<StoreResult<F>>> store,
      String countName) {
    for (Refused<F> refused : admission.refused()) {
      skip("the gate refused a row, " + refused.reason().name().toLowerCase(java.util.Locale.ROOT));
    }
    List<Admitted<F>> rows = admission.admitted();
    for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
      pull.requireTimeToStore();
      store(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)), store, countName);
    }
  }

  private <F> void store(
      List<Admitted<F>> rows,
      Function<List<Admitted<F>>, List<StoreResult<F>>> store,
      String countName) {
    tally.fetched(rows.size());
    for (StoreResult<F> result : store.apply(rows)) {
      tally.stored(result.outcome(), countName);
      if (result.outcome() == StoreOutcome.FAILED) {
        failed++;
        problem = problem.or(result::problem);
      }
    }
  }

  /**
   * Compares stored messages with what was sent.
   *
   * @throws PullStoppedException when the worker's time is over: whoever reads the page again goes
   *     on with the groups that are left
   */
  void settle(List<MessageFact> facts, PulledMessages ownMessages) {
    if (!ownMessages.settle(facts, pull::hasTimeToStore)) {
      throw PullStoppedException.outOfTime();
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
