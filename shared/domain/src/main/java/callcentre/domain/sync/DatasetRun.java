package callcentre.domain.sync;

import java.util.List;
import java.util.Optional;

/**
 * One dataset inside a job.
 *
 * @param error what went wrong, in words for an operator, without provider bodies or secrets; never
 *     beside {@link RunStatus#SUCCEEDED} and always beside {@link RunStatus#PARTIAL} and {@link
 *     RunStatus#FAILED}
 * @param notes what a person should know of the run, for example a joined number
 */
public record DatasetRun(
    Dataset dataset,
    RunStatus status,
    DatasetCounts counts,
    Optional<SyncError> error,
    List<String> notes) {

  public DatasetRun {
    boolean wantsError = status == RunStatus.PARTIAL || status == RunStatus.FAILED;
    if (wantsError != error.isPresent()) {
      throw new IllegalArgumentException(
          "a run that is "
              + status.wireName()
              + (wantsError ? " names an error" : " has no error"));
    }
    notes = List.copyOf(notes);
  }

  public static DatasetRun queued(Dataset dataset) {
    return new DatasetRun(
        dataset, RunStatus.QUEUED, DatasetCounts.NONE, Optional.empty(), List.of());
  }

  public static DatasetRun running(Dataset dataset) {
    return new DatasetRun(
        dataset, RunStatus.RUNNING, DatasetCounts.NONE, Optional.empty(), List.of());
  }

  public static DatasetRun succeeded(Dataset dataset, DatasetCounts counts, List<String> notes) {
    return new DatasetRun(dataset, RunStatus.SUCCEEDED, counts, Optional.empty(), notes);
  }

  /**
   * A run that met an error. It is {@link RunStatus#PARTIAL} when rows were compared or stored
   * before, else {@link RunStatus#FAILED}: 0 rows with an error is a failure.
   */
  public static DatasetRun stopped(
      Dataset dataset, DatasetCounts counts, SyncError error, List<String> notes) {
    RunStatus status = counts.kept() > 0 ? RunStatus.PARTIAL : RunStatus.FAILED;
    return new DatasetRun(dataset, status, counts, Optional.of(error), notes);
  }
}
