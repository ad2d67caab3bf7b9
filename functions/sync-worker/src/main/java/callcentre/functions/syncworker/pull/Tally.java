package callcentre.functions.syncworker.pull;

import callcentre.domain.history.DayCount;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import callcentre.storage.Outcome;
import callcentre.storage.links.StoreOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dataset's pull has done so far. It outlives the exception that ends a pull, so that what
 * was kept is always said.
 */
public final class Tally {

  /** A job's row must not grow with what goes wrong in it. */
  private static final int MOST_NOTES = 40;

  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, Integer> kept = new TreeMap<>();
  private final Map<String, Integer> inserted = new TreeMap<>();
  private final List<DayCount> days = new ArrayList<>();
  private DatasetCounts counts = DatasetCounts.NONE;
  private double progress;
  private Optional<Instant> newestCall = Optional.empty();

  public Tally() {}

  /** Goes on with what earlier workers of the same job did. */
  public Tally(DatasetRun before) {
    notes.addAll(before.notes());
    kept.putAll(before.detail().kept());
    days.addAll(before.detail().days());
    counts = before.counts();
    progress = before.detail().progress();
    newestCall = before.detail().newestCall();
  }

  public void fetched(int rows) {
    add(rows, 0, 0, 0, 0, 0, 0);
  }

  public void merged(int rows) {
    add(0, 0, 0, 0, rows, 0, 0);
  }

  public void skipped(int rows) {
    add(0, 0, 0, 0, 0, rows, 0);
  }

  /** A row that could not be stored. */
  public void failed() {
    add(0, 0, 0, 0, 0, 0, 1);
  }

  /** A row that is stored as the provider has it. */
  public void stored(Outcome outcome) {
    switch (outcome) {
      case INSERTED -> add(0, 1, 0, 0, 0, 0, 0);
      case UPDATED -> add(0, 0, 1, 0, 0, 0, 0);
      case UNCHANGED -> add(0, 0, 0, 1, 0, 0, 0);
    }
  }

  /**
   * A record of history that was stored, or was not.
   *
   * @param countName which of the contract's counts it belongs to, for example {@code calls}
   */
  public void stored(StoreOutcome outcome, String countName) {
    switch (outcome) {
      case INSERTED -> add(0, 1, 0, 0, 0, 0, 0);
      case UPDATED -> add(0, 0, 1, 0, 0, 0, 0);
      case UNCHANGED -> add(0, 0, 0, 1, 0, 0, 0);
      case MERGED -> add(0, 0, 0, 0, 1, 0, 0);
      case FAILED -> add(0, 0, 0, 0, 0, 0, 1);
    }
    if (outcome != StoreOutcome.FAILED) {
      kept.merge(countName, 1, Integer::sum);
    }
    if (outcome == StoreOutcome.INSERTED) {
      inserted.merge(countName, 1, Integer::sum);
    }
  }

  /** What reading rows again changed; those that were as before have been counted already. */
  public void addNewOf(Tally again) {
    DatasetCounts more = again.counts;
    int rows = more.changed() + more.merged() + more.failed();
    add(rows, more.inserted(), more.updated(), 0, more.merged(), 0, more.failed());
    again.notes.forEach(this::note);
    again.inserted.forEach((name, changes) -> kept.merge(name, changes, Integer::sum));
  }

  /** A day that was compared with the provider's own count. */
  public void compared(DayCount day) {
    days.add(day);
  }

  /** A call between the centre and a client that the journal told of. */
  public void call(Instant began) {
    newestCall = newestCall.filter(began::isBefore).or(() -> Optional.of(began));
  }

  /**
   * @param share how much of the run is done, 0 to 1
   */
  public void progress(double share) {
    progress = Math.clamp(share, 0, 1);
  }

  /** What only runs of history have; it got on, so it has not failed. */
  public RunDetail detail() {
    return new RunDetail(kept, progress, days, newestCall, 0);
  }

  /** Something that a person should know of the run. */
  public void note(String sentence) {
    if (notes.size() < MOST_NOTES) {
      notes.add(sentence);
    }
  }

  /**
   * @param requests how many the provider was asked meanwhile
   */
  public DatasetCounts counts(int requests) {
    return counts.plus(new DatasetCounts(0, 0, 0, 0, 0, 0, 0, requests));
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void add(
      int fetched, int inserted, int updated, int unchanged, int merged, int skipped, int failed) {
    counts =
        counts.plus(
            new DatasetCounts(fetched, inserted, updated, unchanged, merged, skipped, failed, 0));
  }
}
