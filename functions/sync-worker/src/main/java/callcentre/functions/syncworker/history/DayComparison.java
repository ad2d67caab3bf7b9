package callcentre.functions.syncworker.history;

import callcentre.domain.history.DayCount;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the last whole day again and compares it with the provider's own count: what the pulls of
 * the day had missed comes now, and what is missing still is said.
 */
final class DayComparison {

  /** Calls that ran over midnight are listed by then. */
  private static final Duration AFTER_MIDNIGHT = Duration.ofHours(3);

  private final HistoryFamily family;

  DayComparison(HistoryFamily family) {
    this.family = family;
  }

  boolean isDue(Pull pull) {
    return !pull.before().isCompared(day(pull));
  }

  void run(Pull pull, Tally tally) {
    LocalDate day = day(pull);
    Window window = Window.ofDay(day);
    Map<HistorySource, Long> before = family.stored(window);
    Tally again = new Tally();
    try {
      new WindowWalk(family, pull, again, checkpoint -> {}).walk(window);
    } finally {
      tally.addNewOf(again);
    }
    pull.requireTime();
    Map<HistorySource, Long> provider = family.counts(window, pull);
    Map<HistorySource, Long> after = family.stored(window);
    OptionalLong heard = family.heard(window);
    provider.forEach(
        (source, counted) -> {
          long stored = before.getOrDefault(source, 0L);
          long recovered = Math.max(0, after.getOrDefault(source, 0L) - stored);
          DayCount count = DayCount.of(day, source, counted, stored).recovered(recovered);
          tally.compared(count);
          note(count, tally);
          heard.ifPresent(rows -> compareWebhooks(count, rows, tally));
        });
  }

  /** What webhooks missed is no loss where the list has brought it. */
  private static void compareWebhooks(DayCount listed, long heard, Tally tally) {
    long come = listed.stored() + listed.recovered();
    DayCount told =
        DayCount.of(listed.day(), HistorySource.WEBHOOKS, listed.provider(), heard)
            .recovered(Math.max(0, come - heard));
    tally.compared(told);
    if (told.missed() > 0) {
      tally.note(
          "Of "
              + told.day()
              + " webhooks told of "
              + told.stored()
              + " of "
              + told.provider()
              + " calls; the pulls brought "
              + told.recovered()
              + " of the others.");
    }
  }

  private static void note(DayCount count, Tally tally) {
    if (count.missed() > 0) {
      tally.note(
          "Of "
              + count.day()
              + " MightyCall counts "
              + count.provider()
              + " "
              + count.source().wireName()
              + ", "
              + count.stored()
              + " were stored; "
              + count.recovered()
              + " came now and "
              + count.missing()
              + " are missing still.");
    }
  }

  private static LocalDate day(Pull pull) {
    return LocalDate.ofInstant(pull.startedAt().minus(AFTER_MIDNIGHT), ZoneOffset.UTC).minusDays(1);
  }
}
