package callcentre.functions.scheduledsync;

import callcentre.domain.sync.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What a tick of the schedule came to. */
sealed interface Tick {

  /** {@code SYNC_ENABLED} is not true. */
  record SwitchedOff() implements Tick {}

  /** Every copy is fresh enough, or failed a moment ago, or is being pulled. */
  record NothingDue() implements Tick {}

  /**
   * The budget keeps what is left for people.
   *
   * @param until when the oldest counted requests leave the window
   */
  record Postponed(List<Dataset> datasets, Instant until) implements Tick {}

  /** Somebody else was faster. */
  record Busy(Dataset dataset, String jobId) implements Tick {}

  record Started(String jobId, List<Dataset> datasets) implements Tick {}

  /** For log and metric, for example {@code started}. */
  default String name() {
    return switch (this) {
      case SwitchedOff off -> "switched_off";
      case NothingDue nothing -> "nothing_due";
      case Postponed postponed -> "postponed";
      case Busy busy -> "busy";
      case Started started -> "started";
    };
  }

  /** For whoever reads the log or invokes the function by hand. */
  default String sentence() {
    return switch (this) {
      case SwitchedOff off -> "syncs are switched off (SYNC_ENABLED); nothing was started";
      case NothingDue nothing -> "nothing is due";
      case Postponed(var datasets, Instant until) ->
          "postponed "
              + names(datasets)
              + ": the rest of the request budget is kept for people; room comes back from "
              + until;
      case Busy(Dataset dataset, String jobId) ->
          "job " + jobId + " pulls " + dataset.wireName() + " already; nothing was started";
      case Started(String jobId, var datasets) -> "job " + jobId + " pulls " + names(datasets);
    };
  }

  private static String names(List<Dataset> datasets) {
    return datasets.stream().map(Dataset::wireName).collect(Collectors.joining(", "));
  }
}
