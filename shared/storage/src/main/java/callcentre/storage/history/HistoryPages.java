package callcentre.storage.history;

import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pages of a list that is read from one or more stretches of indexes at once and shows rows as they
 * are now: an index only names candidates, for it lags.
 *
 * @param <R> a row
 */
public final class HistoryPages<R> {

  /** A page that is still not full after so many queries is returned short, with a cursor. */
  public static final int MOST_QUERIES = 6;

  /** Where only some rows of a stretch are wanted, a query reads so many. */
  private static final int ROWS_A_SELECTIVE_QUERY = 500;

  /** BatchGetItem takes at most this many keys (DynamoDB API reference). */
  private static final int ROWS_AT_ONCE = 100;

  private static final String POSITION = "at";

  private final Database database;
  private final List<Stretch> stretches;
  private final boolean selective;
  private final Predicate<ItemReader> candidates;
  private final Function<Set<String>, Map<String, R>> rows;
  private final Predicate<R> wanted;

  /**
   * @param stretches together they have every row of the list; what several have is shown once
   * @param selective whether many of their rows do not belong to the list
   * @param candidates whether an index's item can belong to the list
   * @param rows reads rows by the ids in the positions
   * @param wanted whether a row, as it is now, belongs to the list
   */
  public HistoryPages(
      Database database,
      List<Stretch> stretches,
      boolean selective,
      Predicate<ItemReader> candidates,
      Function<Set<String>, Map<String, R>> rows,
      Predicate<R> wanted) {
    this.database = database;
    this.stretches = List.copyOf(stretches);
    this.selective = selective;
    this.candidates = candidates;
    this.rows = rows;
    this.wanted = wanted;
  }

  /**
   * A page, newest first.
   *
   * @param limit 1 or more
   * @param from the {@link Page#next()} of the page before
   */
  public Page<R> page(int limit, Optional<PageKey> from) {
    return new Reading(from.map(HistoryPages::positionOf)).page(limit);
  }

  /**
   * The key of a page that begins behind a row.
   *
   * @param position the row's {@link TimeKeys} value
   */
  public static PageKey keyOf(String position) {
    return new PageKey(new TreeMap<>(Map.of(POSITION, position)));
  }

  /** The position behind which a page begins. */
  public static String positionOf(PageKey key) {
    return String.valueOf(key.attributes().get(POSITION));
  }

  private record Candidate(String position, String id) {}

  private final class Reading {
    private final List<Lane> lanes;
    private final int mostQueries;
    private int queries;

    Reading(Optional<String> below) {
      this.lanes = stretches.stream().map(stretch -> new Lane(database, stretch, below)).toList();
      this.mostQueries = Math.max(MOST_QUERIES, lanes.size());
    }

    Page<R> page(int limit) {
      List<R> found = new ArrayList<>();
      List<String> positions = new ArrayList<>();
      boolean more = true;
      for (int reads = 0; more && found.size() <= limit && reads < MOST_QUERIES; reads++) {
        List<Candidate> chunk = new ArrayList<>();
        // Where rows turned out not to be wanted, more are looked at from then on.
        more = gather(chunk, reads == 0 ? Math.min(ROWS_AT_ONCE, limit + 1) : ROWS_AT_ONCE);
        Map<String, R> read = read(chunk);
        for (Candidate candidate : chunk) {
          Optional.ofNullable(read.get(candidate.id()))
              .filter(wanted)
              .ifPresent(
                  row -> {
                    found.add(row);
                    positions.add(candidate.position());
                  });
        }
      }
      if (found.size() > limit) {
        return new Page<>(found.subList(0, limit), Optional.of(keyOf(positions.get(limit - 1))));
      }
      return new Page<>(found, reached().map(HistoryPages::keyOf));
    }

    /**
     * Adds candidates in order of the list.
     *
     * @return whether more can be had
     */
    private boolean gather(List<Candidate> chunk, int most) {
      while (chunk.size() < most) {
        Optional<Lane> newest =
            lanes.stream()
                .filter(lane -> lane.head().isPresent())
                .max(Comparator.comparing(lane -> lane.head().orElse("")));
        String head = newest.flatMap(Lane::head).orElse("");
        // A lane that may still have something newer has to be read on first.
        Optional<Lane> unknown =
            lanes.stream()
                .filter(lane -> lane.isHungry() && lane.frontier().compareTo(head) > 0)
                .findFirst();
        if (unknown.isPresent()) {
          if (!feed(unknown.get(), most - chunk.size())) {
            return false;
          }
        } else if (newest.isPresent()) {
          take(newest.get()).ifPresent(chunk::add);
        } else {
          return false;
        }
      }
      return true;
    }

    private boolean feed(Lane lane, int missing) {
      if (queries >= mostQueries) {
        return false;
      }
      queries++;
      lane.read(selective ? ROWS_A_SELECTIVE_QUERY : missing);
      return true;
    }

    private Optional<Candidate> take(Lane newest) {
      String position = newest.head().orElse("");
      boolean isCandidate = false;
      for (Lane lane : lanes) {
        if (lane.head().filter(position::equals).isPresent()) {
          isCandidate |= candidates.test(lane.take());
        }
      }
      return isCandidate
          ? Optional.of(new Candidate(position, TimeKeys.idOf(position)))
          : Optional.empty();
    }

    /** The position above which every row was looked at; empty when nothing is left below. */
    private Optional<String> reached() {
      return lanes.stream()
          .flatMap(
              lane ->
                  lane.isHungry()
                      ? Stream.of(lane.frontier())
                      : lane.head().map(TimeKeys::justAbove).stream())
          .max(Comparator.naturalOrder());
    }

    private Map<String, R> read(List<Candidate> chunk) {
      Set<String> ids = new LinkedHashSet<>();
      chunk.forEach(candidate -> ids.add(candidate.id()));
      return ids.isEmpty() ? Map.of() : rows.apply(ids);
    }
  }
}
