package callcentre.views;

import callcentre.domain.history.DayCount;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of one dataset, as answers show it. */
public record DatasetView(
    String status,
    int fetched,
    int inserted,
    int updated,
    int unchanged,
    int merged,
    int skipped,
    int failed,
    int requests,
    Optional<SyncError> error,
    List<String> notes,
    Map<String, Integer> kept,
    List<DayView> days) {

  /** A day's count at the provider beside ours. */
  public record DayView(
      String day, String source, long provider, long stored, long recovered, long missing) {

    static DayView of(DayCount count) {
      return new DayView(
          count.day().toString(),
          count.source().wireName(),
          count.provider(),
          count.stored(),
          count.recovered(),
          count.missing());
    }
  }

  /** What is counted of a dataset so far. */
  public static DatasetView of(DatasetRun run) {
    DatasetCounts counts = run.counts();
    return new DatasetView(
        run.status().wireName(),
        counts.fetched(),
        counts.inserted(),
        counts.updated(),
        counts.unchanged(),
        counts.merged(),
        counts.skipped(),
        counts.failed(),
        counts.requests(),
        run.error(),
        run.notes(),
        run.detail().kept(),
        run.detail().days().stream().map(DayView::of).toList());
  }

  /** A job's datasets by name, in the order in which they are pulled. */
  public static Map<String, DatasetView> of(SyncJob job) {
    Map<String, DatasetView> datasets = new LinkedHashMap<>();
    job.runs().forEach(run -> datasets.put(run.dataset().wireName(), of(run)));
    return datasets;
  }
}
