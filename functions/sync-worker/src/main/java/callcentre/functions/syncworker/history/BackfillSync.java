package callcentre.functions.syncworker.history;

import callcentre.domain.history.Backfill;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings older history: dataset by dataset, in chunks, the newest first. After each page it knows
 * where to go on, so it may be stopped anywhere and take days.
 */
public final class BackfillSync implements DatasetSync {

  /** A chunk has about so many pages: few counts beside them, little to read twice. */
  private static final long PAGES_OF_A_CHUNK = 10;

  private static final Duration SHORTEST_CHUNK = Duration.ofHours(6);
  private static final Duration LONGEST_CHUNK = Duration.ofDays(31);

  private final Function<Dataset, HistoryFamily> families;

  BackfillSync(Function<Dataset, HistoryFamily> families) {
    this.families = families;
  }

  @Override
  public Optional<String> run(Pull pull, Tally tally) {
    BackfillRange range =
        pull.job()
            .backfill()
            .orElseThrow(() -> new IllegalStateException("a back-fill says what it brings"));
    BackfillPlace begun = BackfillPlace.of(pull.before().cursor(), pull.job().id());
    List<Dataset> datasets = range.datasets();
    for (int index = begun.dataset(); index < datasets.size(); index++) {
      HistoryFamily family = families.apply(datasets.get(index));
      int turn = index;
      Backfill fill =
          begun
              .fill()
              .filter(it -> turn == begun.dataset())
              .orElseGet(() -> begin(family, range, pull));
      fill(
          new BackfillPlace(pull.job().id(), index, Optional.of(fill)),
          family,
          pull,
          tally,
          datasets.size());
    }
    return Optional.empty();
  }

  private static void fill(
      BackfillPlace begun, HistoryFamily family, Pull pull, Tally tally, int datasets) {
    BackfillPlace place = begun;
    Backfill fill = begun.fill().orElseThrow();
    while (!fill.isDone()) {
      BackfillPlace here = place;
      Backfill chunk = fill;
      WindowWalk walk =
          new WindowWalk(
              family,
              pull,
              tally,
              page -> remember(here.at(chunk.at(page)), pull, tally, datasets));
      if (chunk.open().isPresent()) {
        walk.resume(chunk.open().get());
      } else {
        walk.walk(chunk.next().orElseThrow());
      }
      fill = chunk.chunkDone();
      place = place.at(fill);
      remember(place, pull, tally, datasets);
    }
  }

  private static void remember(BackfillPlace place, Pull pull, Tally tally, int datasets) {
    pull.checkpoints().save(place.text());
    tally.progress((place.dataset() + place.fill().orElseThrow().progress()) / datasets);
    pull.checkpoints().show(tally);
  }

  private static Backfill begin(HistoryFamily family, BackfillRange range, Pull pull) {
    Window window = range.window();
    pull.requireTime();
    long rows = Math.max(1, family.count(window, pull));
    long millis = window.length().toMillis() / rows;
    Duration chunk = Duration.ofMillis(Math.max(1, millis) * PAGES_OF_A_CHUNK * family.pageSize());
    return Backfill.begin(window, within(chunk));
  }

  private static Duration within(Duration chunk) {
    if (chunk.compareTo(SHORTEST_CHUNK) < 0) {
      return SHORTEST_CHUNK;
    }
    return chunk.compareTo(LONGEST_CHUNK) > 0 ? LONGEST_CHUNK : chunk;
  }
}
