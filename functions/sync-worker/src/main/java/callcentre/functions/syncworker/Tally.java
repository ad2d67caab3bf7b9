package callcentre.functions.syncworker;

import callcentre.domain.sync.DatasetCounts;
import callcentre.storage.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dataset's pull has done so far. It outlives the exception that ends a pull, so that what
 * was kept is always said.
 */
final class Tally {

  private final List<String> notes = new ArrayList<>();
  private DatasetCounts counts = DatasetCounts.NONE;

  void fetched(int rows) {
    add(rows, 0, 0, 0, 0, 0, 0);
  }

  void merged(int rows) {
    add(0, 0, 0, 0, rows, 0, 0);
  }

  void skipped(int rows) {
    add(0, 0, 0, 0, 0, rows, 0);
  }

  /** A row that could not be stored. */
  void failed() {
    add(0, 0, 0, 0, 0, 0, 1);
  }

  /** A row that is stored as the provider has it. */
  void stored(Outcome outcome) {
    switch (outcome) {
      case INSERTED -> add(0, 1, 0, 0, 0, 0, 0);
      case UPDATED -> add(0, 0, 1, 0, 0, 0, 0);
      case UNCHANGED -> add(0, 0, 0, 1, 0, 0, 0);
    }
  }

  /** Something that a person should know of the run. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /**
   * @param requests how many the provider was asked meanwhile
   */
  DatasetCounts counts(int requests) {
    return counts.plus(new DatasetCounts(0, 0, 0, 0, 0, 0, 0, requests));
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private void add(
      int fetched, int inserted, int updated, int unchanged, int merged, int skipped, int failed) {
    counts =
        counts.plus(
            new DatasetCounts(fetched, inserted, updated, unchanged, merged, skipped, failed, 0));
  }
}
