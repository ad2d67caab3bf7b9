package callcentre.functions.syncworker.history;

import callcentre.domain.history.Backfill;
import java.util.Optional;

/**
 * How far a back-fill came.
 *
 * @param jobId whose place it is: the next back-fill begins anew
 * @param dataset which of its datasets is read, from 0
 * @param fill how far that one came; empty before its first request
 */
record BackfillPlace(String jobId, int dataset, Optional<Backfill> fill) {

  private static final String BETWEEN = "|";

  /**
   * @param cursor what is stored; it may be that of an earlier job
   */
  static BackfillPlace of(Optional<String> cursor, String jobId) {
    return cursor
        .map(text -> text.split("\\|", 3))
        .filter(parts -> parts.length == 3 && parts[0].equals(jobId))
        .map(
            parts ->
                new BackfillPlace(
                    jobId, Integer.parseInt(parts[1]), Optional.of(Backfill.parse(parts[2]))))
        .orElseGet(() -> new BackfillPlace(jobId, 0, Optional.empty()));
  }

  BackfillPlace at(Backfill further) {
    return new BackfillPlace(jobId, dataset, Optional.of(further));
  }

  String text() {
    return jobId + BETWEEN + dataset + BETWEEN + fill.map(Backfill::text).orElseThrow();
  }
}
