package callcentre.domain.budget;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests a stack may make in 24 hours, and how many of them stay reserved for more
 * urgent work than a class's own.
 *
 * @param dailyLimit what the provider allows its account in 24 hours, at least 1 (2,500: reference
 *     2.6)
 * @param sharePercent this stack's share of it, 1 to 100: other stages and web phones use the same
 *     key unseen
 * @param floors requests of the whole daily limit that a class leaves untouched, 0 or more; a class
 *     without an entry leaves nothing
 */
public record BudgetPolicy(int dailyLimit, int sharePercent, Map<RequestClass, Integer> floors) {

  /** The design's default reserves, for a daily limit of 2,500. */
  public static final Map<RequestClass, Integer> DEFAULT_FLOORS =
      Map.of(
          RequestClass.SMS, 100,
          RequestClass.EVENT, 250,
          RequestClass.SYNC, 500,
          RequestClass.BACKFILL, 1000);

  public BudgetPolicy {
    if (dailyLimit < 1 || sharePercent < 1 || sharePercent > 100) {
      throw new IllegalArgumentException(
          "a budget has a daily limit of at least 1 and a share of 1 to 100 percent");
    }
    if (floors.values().stream().anyMatch(floor -> floor < 0)) {
      throw new IllegalArgumentException("a floor is 0 or more");
    }
    floors = Map.copyOf(floors);
  }

  /** The requests that this stack may make in any 24 hours. */
  public int limit() {
    return shared(dailyLimit);
  }

  /**
   * How far a class may fill the budget: the limit without the class's floor. The floor shrinks
   * with the share, so that a stage with a tenth of the budget still syncs.
   *
   * @return 0 when the floor leaves the class nothing
   */
  public int ceiling(RequestClass requestClass) {
    return Math.max(0, limit() - shared(floors.getOrDefault(requestClass, 0)));
  }

  /** The ceilings of all classes. */
  public Map<RequestClass, Integer> ceilings() {
    Map<RequestClass, Integer> ceilings = new EnumMap<>(RequestClass.class);
    for (RequestClass requestClass : RequestClass.values()) {
      ceilings.put(requestClass, ceiling(requestClass));
    }
    return ceilings;
  }

  private int shared(int requests) {
    return (int) ((long) requests * sharePercent / 100);
  }
}
