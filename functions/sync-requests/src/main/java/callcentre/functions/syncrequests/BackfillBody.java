package callcentre.functions.syncrequests;

import callcentre.api.problem.ApiException;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.validation.FieldErrors;
import callcentre.domain.validation.InvalidFieldsException;
import callcentre.sync.SyncPlan;
import callcentre.sync.UnknownDatasetException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/sync/backfill}.
 *
 * @param from the oldest instant to bring
 * @param to the first instant after what is to be brought; not in the future
 * @param datasets of history; left out, all
 */
record BackfillBody(@Nullable Instant from, @Nullable Instant to, @Nullable List<String> datasets) {

  /** More than MightyCall has ever been seen to keep. */
  static final Duration LONGEST = Duration.ofDays(5 * 366);

  /**
   * @throws InvalidFieldsException when a field is missing or the range is none of the past
   */
  BackfillRange range(Instant now) {
    FieldErrors errors =
        new FieldErrors()
            .require(from != null, "from", "is required")
            .require(to != null, "to", "is required");
    if (from == null || to == null) {
      errors.throwIfAny();
      throw new IllegalStateException("a missing field is an error");
    }
    errors
        .require(from.isBefore(to), "to", "must be after 'from'")
        .require(!to.isAfter(now), "to", "must not be in the future")
        .require(
            from.plus(LONGEST).isAfter(to),
            "from",
            "must be at most " + LONGEST.toDays() + " days before 'to'")
        .throwIfAny();
    return new BackfillRange(new Window(from, to), plan());
  }

  private List<Dataset> plan() {
    if (datasets == null) {
      return Dataset.history();
    }
    try {
      return SyncPlan.historyOf(datasets);
    } catch (UnknownDatasetException unknown) {
      throw ApiException.invalid("datasets", String.valueOf(unknown.getMessage()));
    }
  }
}
