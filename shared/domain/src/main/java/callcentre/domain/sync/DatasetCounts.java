package callcentre.domain.sync;

/**
 * What a sync did to one dataset. 0 fetched rows with an error is a failure, never a success.
 *
 * @param fetched rows that the provider answered with
 * @param inserted rows stored for the first time
 * @param updated rows that changed, rows marked as removed among them
 * @param unchanged rows that were the same and cost no write
 * @param merged fetched rows that were a second writing of another one
 * @param skipped fetched rows that could not be read, each named in the job
 * @param failed rows that could not be stored
 * @param requests provider requests spent
 */
public record DatasetCounts(
    int fetched,
    int inserted,
    int updated,
    int unchanged,
    int merged,
    int skipped,
    int failed,
    int requests) {

  public static final DatasetCounts NONE = new DatasetCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** Rows that are stored as the provider has them. */
  public int kept() {
    return inserted + updated + unchanged;
  }

  /** Rows that are stored now and were not before, or not so. */
  public int changed() {
    return inserted + updated;
  }

  public DatasetCounts plus(DatasetCounts more) {
    return new DatasetCounts(
        fetched + more.fetched,
        inserted + more.inserted,
        updated + more.updated,
        unchanged + more.unchanged,
        merged + more.merged,
        skipped + more.skipped,
        failed + more.failed,
        requests + more.requests);
  }
}
