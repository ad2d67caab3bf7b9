package callcentre.domain.sync;

import java.util.List;
import java.util.Optional;

/**
 * One dataset inside a job.
 *
 * @param error what went wrong, in words for an operator, without provider bodies or secrets
 * @param notes what a person should know of a run that went well, for example a joined number
 */
public record DatasetRun(
    Dataset dataset,
    RunStatus status,
    DatasetCounts counts,
    Optional<SyncError> error,
    List<String> notes) {

  public DatasetRun {
    notes = List.copyOf(notes);
  }

  public static DatasetRun queued(Dataset dataset) {
    return new DatasetRun(
        dataset, RunStatus.QUEUED, DatasetCounts.NONE, Optional.empty(), List.of());
  }
}
