package callcentre.storage.history;

import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads stretches of indexes to their end, for figures that every row counts for. */
public final class StretchScan {

  private final Database database;
  private final List<Stretch> stretches;

  /**
   * @param stretches that have no row in common
   */
  public StretchScan(Database database, List<Stretch> stretches) {
    this.database = database;
    this.stretches = List.copyOf(stretches);
  }

  /**
   * Reads what the index has of each row, newest first in each stretch: 1 query per megabyte, and
   * at least one per hash key.
   *
   * @param mostQueries 1 or more
   * @return false when so many queries did not reach the end; then only a part was read
   */
  public boolean forEach(Consumer<ItemReader> row, int mostQueries) {
    int queries = 0;
    for (Stretch stretch : stretches) {
      Lane lane = new Lane(database, stretch, Optional.empty());
      while (lane.head().isPresent() || lane.isHungry()) {
        if (lane.isHungry()) {
          if (queries == mostQueries) {
            return false;
          }
          queries++;
          lane.read(Integer.MAX_VALUE - 1);
        } else {
          row.accept(lane.take());
        }
      }
    }
    return true;
  }
}
