package callcentre.simulator.traffic;

import callcentre.simulator.settings.BudgetRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per API key against the daily limit (MightyCall reference 2.6). */
public final class DailyCounter {

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> takenByKey = new HashMap<>();

  /** A counter at zero. */
  public DailyCounter(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts one request of this key; false, and nothing counted, when the limit is spent. */
  public synchronized boolean take(String apiKey, BudgetRules rules) {
    Deque<Instant> taken = counted(apiKey, rules);
    if (taken.size() >= rules.dailyLimit()) {
      return false;
    }
    taken.addLast(clock.instant());
    return true;
  }

  /** How many requests of this key count now. */
  public synchronized int used(String apiKey, BudgetRules rules) {
    return counted(apiKey, rules).size();
  }

  /** Back to zero for every key. */
  public synchronized void reset() {
    takenByKey.clear();
  }

  private Deque<Instant> counted(String apiKey, BudgetRules rules) {
    Deque<Instant> taken = takenByKey.computeIfAbsent(apiKey, key -> new ArrayDeque<>());
    Instant start = rules.period().start(clock.instant());
    taken.removeIf(at -> at.isBefore(start));
    return taken;
  }
}
