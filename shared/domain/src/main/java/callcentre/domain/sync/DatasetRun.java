package callcentre.domain.sync;

import java.util.List;
import java.util.Optional;

/**
 * One dataset inside a job.
 *
 * @param error what went wrong, in words for an operator, without provider bodies or secrets;
 *     always beside {@link RunStatus#PARTIAL} and {@link RunStatus#FAILED}, beside {@link
 *     RunStatus#RUNNING} while it waits to go on, and never else
 * @param notes what a person should know of the run, for example a joined number
 * @param detail what only runs of history have
 */
public record DatasetRun(
    Dataset dataset,
    RunStatus status,
    DatasetCounts counts,
    Optional<SyncError> error,
    List<String> notes,
    RunDetail detail) {

  public DatasetRun {
    boolean wantsError = status == RunStatus.PARTIAL || status == RunStatus.FAILED;
    boolean mayWait = status == RunStatus.RUNNING;
    if (wantsError != error.isPresent() && !mayWait) {
      throw new IllegalArgumentException(
          "a run that is "
              + status.wireName()
              + (wantsError ? " names an error" : " has no error"));
    }
    notes = List.copyOf(notes);
  }

  public static DatasetRun queued(Dataset dataset) {
    return new DatasetRun(
        dataset, RunStatus.QUEUED, DatasetCounts.NONE, Optional.empty(), List.of(), RunDetail.NONE);
  }

  public static DatasetRun running(Dataset dataset) {
    return new DatasetRun(
        dataset,
        RunStatus.RUNNING,
        DatasetCounts.NONE,
        Optional.empty(),
        List.of(),
        RunDetail.NONE);
  }

  public static DatasetRun succeeded(Dataset dataset, DatasetCounts counts, List<String> notes) {
    return new DatasetRun(
        dataset, RunStatus.SUCCEEDED, counts, Optional.empty(), notes, RunDetail.NONE);
  }

  /**
   * A run that met an error. It is {@link RunStatus#PARTIAL} when rows were compared or stored
   * before, else {@link RunStatus#FAILED}: 0 rows with an error is a failure.
   */
  public static DatasetRun stopped(
      Dataset dataset, DatasetCounts counts, SyncError error, List<String> notes) {
    RunStatus status = counts.kept() > 0 ? RunStatus.PARTIAL : RunStatus.FAILED;
    return new DatasetRun(dataset, status, counts, Optional.of(error), notes, RunDetail.NONE);
  }

  /** A run whose worker stopped in time; another one goes on where it came to. */
  public static DatasetRun continued(Dataset dataset, DatasetCounts counts, List<String> notes) {
    return new DatasetRun(
        dataset, RunStatus.RUNNING, counts, Optional.empty(), notes, RunDetail.NONE);
  }

  /** This run while it waits, and why. */
  public DatasetRun waiting(SyncError why) {
    return new DatasetRun(dataset, RunStatus.RUNNING, counts, Optional.of(why), notes, detail);
  }

  /** This run with what only runs of history have. */
  public DatasetRun with(RunDetail known) {
    return new DatasetRun(dataset, status, counts, error, notes, known);
  }

  /** This run while it is worked on, with what it did before. */
  public DatasetRun underWay() {
    return new DatasetRun(dataset, RunStatus.RUNNING, counts, Optional.empty(), notes, detail);
  }

  /** How many rows of one kind are stored as the provider has them. */
  public int kept(String countName) {
    return dataset.countNames().equals(List.of(countName)) && detail.kept().isEmpty()
        ? counts.kept()
        : detail.kept().getOrDefault(countName, 0);
  }

  /** The finished share of the run, 0 to 1. */
  public double progress() {
    return status.isFinal() ? 1 : detail.progress();
  }
}
