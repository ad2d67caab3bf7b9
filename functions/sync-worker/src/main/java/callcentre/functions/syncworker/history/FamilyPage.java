package callcentre.functions.syncworker.history;

import callcentre.functions.syncworker.pull.Tally;
import java.util.OptionalLong;

/** A page that was read and is not stored yet. */
interface FamilyPage {

  /** How many rows the provider sent, readable or not. */
  int sent();

  /** How many rows the whole window has; empty where the family's pages do not tell. */
  OptionalLong total();

  /**
   * Stores what can be read and counts it.
   *
   * @throws callcentre.functions.syncworker.pull.PullStoppedException when a row could not be
   *     stored; the others are
   */
  void store(Tally tally);
}
