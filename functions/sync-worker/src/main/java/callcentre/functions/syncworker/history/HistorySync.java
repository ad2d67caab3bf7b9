package callcentre.functions.syncworker.history;

import callcentre.domain.history.Checkpoint;
import callcentre.domain.history.HistoryCursor;
import callcentre.domain.history.Window;
import callcentre.domain.history.WindowPlan;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;

/**
 * Pulls what is new of one list of history: from where the last pull came to, with an overlap, up
 * to now. Once a day it reads the day before again and compares it with the provider's own count.
 */
public final class HistorySync implements DatasetSync {

  /** How far the first pull ever reaches back; a back-fill brings what is older. */
  static final Duration FIRST_REACH = Duration.ofDays(7);

  /**
   * How far every pull looks back behind the last one. A call is listed after its end but under the
   * time of its begin (reference 3.1), so this is the longest call that no pull overlooks.
   */
  static final Duration OVERLAP = Duration.ofMinutes(45);

  /** How far the first pull of every hour looks back, for longer calls. */
  static final Duration DEEP_OVERLAP = Duration.ofHours(3);

  /** A finished call can take some ten seconds to appear (reference 3.1). */
  static final Duration SETTLING = Duration.ofSeconds(15);

  /** Longer stretches are read in parts, so that a part is whole even when the rest must wait. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final HistoryFamily family;
  private final DayComparison comparison;

  HistorySync(HistoryFamily family) {
    this.family = family;
    this.comparison = new DayComparison(family);
  }

  @Override
  public Optional<String> run(Pull pull, Tally tally) {
    HistoryCursor cursor =
        pull.before()
            .cursor()
            .map(HistoryCursor::parse)
            .orElseGet(() -> HistoryCursor.startingAt(pull.startedAt().minus(FIRST_REACH)));
    cursor = finishInterrupted(cursor, pull, tally);
    WindowPlan plan =
        new WindowPlan(overlap(cursor.doneUntil(), pull.startedAt()), SETTLING, LONGEST_WINDOW);
    Iterator<Window> windows = plan.windows(cursor.doneUntil(), pull.startedAt()).iterator();
    while (windows.hasNext()) {
      Window window = windows.next();
      walk(cursor, pull, tally).walk(window);
      cursor = cursor.windowDone(window);
      if (windows.hasNext()) {
        pull.checkpoints().save(cursor.text());
      }
    }
    compareYesterday(cursor, pull, tally);
    return Optional.of(cursor.text());
  }

  private HistoryCursor finishInterrupted(HistoryCursor cursor, Pull pull, Tally tally) {
    Optional<Checkpoint> open = cursor.open();
    if (open.isEmpty()) {
      return cursor;
    }
    walk(cursor, pull, tally).resume(open.get());
    HistoryCursor next = cursor.windowDone(open.get().window());
    pull.checkpoints().save(next.text());
    return next;
  }

  private void compareYesterday(HistoryCursor cursor, Pull pull, Tally tally) {
    if (comparison.isDue(pull)) {
      // From here on an error must not cost what was just read.
      pull.checkpoints().save(cursor.text());
      comparison.run(pull, tally);
    }
  }

  private WindowWalk walk(HistoryCursor cursor, Pull pull, Tally tally) {
    return new WindowWalk(family, pull, tally, at -> pull.checkpoints().save(cursor.at(at).text()));
  }

  private static Duration overlap(Instant doneUntil, Instant now) {
    Instant lastPull = doneUntil.plus(SETTLING);
    boolean newHour =
        !lastPull.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS));
    return newHour ? DEEP_OVERLAP : OVERLAP;
  }
}
