package callcentre.functions.syncworker.history;

import callcentre.client.json.Rows;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page that was read and is not stored yet.
 *
 * @param total how many rows the whole window has; empty where the family's pages do not tell
 */
record FamilyPage<R>(Rows<R> rows, OptionalLong total, Pull pull, Storing<R> storing) {

  /** How a family stores the rows that can be read. */
  interface Storing<R> {
    void store(List<R> rows, StoredPage page);
  }

  /** How many rows the provider sent, readable or not. */
  int sent() {
    return rows.sent();
  }

  /**
   * Stores what can be read and counts it.
   *
   * @throws callcentre.functions.syncworker.pull.PullStoppedException when a row could not be
   *     stored; the others are
   */
  void store(Tally tally) {
    StoredPage page = new StoredPage(tally, pull);
    page.unreadable(rows.unreadable());
    storing.store(rows.read(), page);
    page.finish();
  }
}
