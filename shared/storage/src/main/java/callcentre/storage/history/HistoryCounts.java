package callcentre.storage.history;

import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts the rows of some time by an index that projects their sources. */
public final class HistoryCounts<S> {

  private final Database database;
  private final TimeIndex index;
  private final String sources;
  private final Function<String, Optional<S>> source;
  private final Predicate<ItemReader> counted;

  /**
   * @param index by month
   * @param sources the attribute with the names of the sources, separated by commas
   * @param source reads a name; what it does not know is not counted
   */
  public HistoryCounts(
      Database database, TimeIndex index, String sources, Function<String, Optional<S>> source) {
    this(database, index, sources, source, row -> true);
  }

  /**
   * As above, of an index that also holds other rows.
   *
   * @param counted whether a row of the index counts
   */
  public HistoryCounts(
      Database database,
      TimeIndex index,
      String sources,
      Function<String, Optional<S>> source,
      Predicate<ItemReader> counted) {
    this.counted = counted;
    this.database = database;
    this.index = index;
    this.sources = sources;
    this.source = source;
  }

  /**
   * Counts what started in a stretch of time, as the index has it: 1 query per megabyte and month,
   * some 3,000 rows.
   *
   * @param to the first instant after it
   */
  public SourceCounts<S> count(Instant from, Instant to) {
    Lane lane = new Lane(database, Stretch.ofMonths(index, from, to), Optional.empty());
    List<ItemReader> rows = lane.readAll().stream().filter(counted).toList();
    Map<Set<S>, Long> bySources = new HashMap<>();
    for (ItemReader row : rows) {
      Set<S> known = new HashSet<>();
      for (String name : row.text(sources).split(",")) {
        source.apply(name).ifPresent(known::add);
      }
      bySources.merge(Set.copyOf(known), 1L, Long::sum);
    }
    return new SourceCounts<>(rows.size(), bySources);
  }
}
