package callcentre.simulator.world;

import java.util.Set;
import java.util.TreeSet;

/** The numbers that are blocked, and those that are important; a number is on one list at most. */
public final class CallerLists {

  /** How many numbers each list holds. */
  public static final int CAPACITY = 500;

  private final Set<String> blocked = new TreeSet<>();
  private final Set<String> important = new TreeSet<>();

  /** What becomes of a wish to block a number. */
  public enum Blocking {
    BLOCKED,
    IS_IMPORTANT,
    LIST_IS_FULL
  }

  /**
   * Blocks a number.
   *
   * @param forced whether an important number loses its place
   */
  public synchronized Blocking block(String number, boolean forced) {
    if (important.contains(number) && !forced) {
      return Blocking.IS_IMPORTANT;
    }
    if (!blocked.contains(number) && blocked.size() >= CAPACITY) {
      return Blocking.LIST_IS_FULL;
    }
    important.remove(number);
    blocked.add(number);
    return Blocking.BLOCKED;
  }

  /** Unblocks a number; false when it was not blocked. */
  public synchronized boolean unblock(String number) {
    return blocked.remove(number);
  }

  /** Makes a number important; it is not blocked any more. */
  public synchronized void makeImportant(String number) {
    blocked.remove(number);
    important.add(number);
  }

  /** How many more numbers can be blocked. */
  public synchronized int freeBlocked() {
    return CAPACITY - blocked.size();
  }

  /** How many more numbers can be important. */
  public synchronized int freeImportant() {
    return CAPACITY - important.size();
  }

  /** {@code vip}, {@code blocked} or {@code default}, as the journal's {@code callerKind}. */
  public synchronized String kindOf(String number) {
    if (important.contains(number)) {
      return "vip";
    }
    return blocked.contains(number) ? "blocked" : "default";
  }

  /** Empties both lists. */
  public synchronized void clear() {
    blocked.clear();
    important.clear();
  }
}
