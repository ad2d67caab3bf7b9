package callcentre.storage.usage;

import callcentre.domain.budget.Closure;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;

/** On which terms requests are taken: the part of the condition that is not about the number. */
sealed interface Terms {

  /** The further condition, with the names {@code #closed} and {@code #probe}. */
  String condition();

  /** What is set besides the counters; empty for nothing. */
  String change();

  /** Adds the values that condition and change use. */
  void addValues(ItemWriter values);

  /** The provider did not close the budget. */
  record Open() implements Terms {

    @Override
    public String condition() {
      return "attribute_not_exists(#closed)";
    }

    @Override
    public String change() {
      return "";
    }

    @Override
    public void addValues(ItemWriter values) {}
  }

  /** The budget is closed, a probe is due, and it becomes the caller's. */
  record ClaimProbe(Instant now) implements Terms {

    /** What marks the probe as this caller's: the time of the next one. */
    Instant claim() {
      return Instant.ofEpochMilli(now.plus(Closure.PROBE_INTERVAL).toEpochMilli());
    }

    @Override
    public String condition() {
      return "attribute_exists(#closed) AND #probe <= :now";
    }

    @Override
    public String change() {
      return "SET #probe = :next ";
    }

    @Override
    public void addValues(ItemWriter values) {
      values.millis(":now", now).millis(":next", claim());
    }
  }

  /** The caller's own probe still is the last one, or the budget is open again. */
  record UnderProbe(Instant claim) implements Terms {

    @Override
    public String condition() {
      return "(attribute_not_exists(#closed) OR #probe = :claim)";
    }

    @Override
    public String change() {
      return "";
    }

    @Override
    public void addValues(ItemWriter values) {
      values.millis(":claim", claim);
    }
  }
}
