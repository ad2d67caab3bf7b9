package callcentre.live.rows;

import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the rows of one type for a snapshot, up to {@link LiveLimits#SNAPSHOT_ROWS}. */
final class Shelf<R> {

  /** A list that is searched this often for little is left at that. */
  private static final int MOST_PAGES = 5;

  private final List<RowChange> rows;
  private final Function<Versioned<R>, RowChange> write;

  Shelf(List<RowChange> rows, Function<Versioned<R>, RowChange> write) {
    this.rows = rows;
    this.write = write;
  }

  /** Reads a page of a list. */
  interface Pages<R> {
    Page<Versioned<R>> read(int most, Optional<PageKey> from);
  }

  /**
   * Takes the rows of lists, the first list first.
   *
   * @return whether something was left
   */
  boolean fill(List<Pages<R>> lists) {
    int left = LiveLimits.SNAPSHOT_ROWS;
    for (Pages<R> list : lists) {
      Optional<PageKey> next = Optional.empty();
      int pages = 0;
      do {
        if (left == 0 || pages == MOST_PAGES) {
          return true;
        }
        Page<Versioned<R>> page = list.read(left, next);
        page.items().forEach(row -> rows.add(write.apply(row)));
        left -= page.items().size();
        next = page.next();
        pages++;
      } while (next.isPresent());
    }
    return false;
  }
}
