package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.domain.links.PairEntry;
import callcentre.storage.database.Database;
import callcentre.storage.links.Writes.Ended;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores facts of records that two families describe. Each fact is merged into what is known of its
 * record; records that are one become one row. A fact that says nothing new costs no write.
 *
 * <p>100 facts cost 1 to 4 reads; a changed row 1 conditional put; a new one a part of a
 * transaction with its alias and pair. Whatever fails in between can be stored again: the same
 * facts make the same rows.
 */
public final class LinkedStore<F, E extends Evidence<F, E>> {

  private static final int FACTS_A_ROUND = 100;

  /**
   * How many new records of one pair are stored at once where more do not fit into a transaction.
   */
  private static final int FEW_OF_A_PAIR = 12;

  private final Database database;
  private final RecordKind<F, E> kind;

  public LinkedStore(Database database, RecordKind<F, E> kind) {
    this.database = database;
    this.kind = kind;
  }

  /**
   * Stores facts in their order.
   *
   * @param facts any number
   * @return what became of each, in the same order
   * @throws software.amazon.awssdk.core.exception.SdkException when the database does not answer;
   *     some facts may be stored, and storing all again does no harm
   */
  public List<StoreResult<F>> store(List<F> facts) {
    List<StoreResult<F>> results = new ArrayList<>(facts.size());
    for (int from = 0; from < facts.size(); from += FACTS_A_ROUND) {
      int to = Math.min(facts.size(), from + FACTS_A_ROUND);
      results.addAll(new Batch(facts.subList(from, to)).run());
    }
    return results;
  }

  /** A fact on its way, and what its last try would have done if its answer was only lost. */
  private final class Pending {
    final int index;
    final F fact;
    int conflicts;
    int mostOfItsPair = Integer.MAX_VALUE;
    Optional<Attempt<E>> attempt = Optional.empty();

    Pending(int index, F fact) {
      this.index = index;
      this.fact = fact;
    }
  }

  private record Attempt<E>(StoreOutcome outcome, String row, long version, LinkedItem<E> item) {}

  private final class Batch {
    private final List<Pending> open = new ArrayList<>();
    private final Map<Integer, StoreResult<F>> results = new HashMap<>();
    private int conflictsInARow;

    Batch(List<F> facts) {
      for (int index = 0; index < facts.size(); index++) {
        open.add(new Pending(index, facts.get(index)));
      }
    }

    List<StoreResult<F>> run() {
      int count = open.size();
      while (!open.isEmpty()) {
        round(next());
      }
      List<StoreResult<F>> inOrder = new ArrayList<>(count);
      for (int index = 0; index < count; index++) {
        inOrder.add(results.get(index));
      }
      return inOrder;
    }

    /** Facts that are tried together: all, except where too many of one pair were before. */
    private List<Pending> next() {
      List<Pending> chosen = new ArrayList<>();
      List<Pending> later = new ArrayList<>();
      Map<String, Integer> ofPair = new HashMap<>();
      for (Pending pending : open) {
        boolean fits =
            pending.mostOfItsPair == Integer.MAX_VALUE
                || ofPair.merge(pairOf(pending.fact), 1, Integer::sum) <= pending.mostOfItsPair;
        (fits ? chosen : later).add(pending);
      }
      open.clear();
      open.addAll(later);
      return chosen;
    }

    private String pairOf(F fact) {
      return kind.entry(kind.none().with(fact)).map(PairEntry::key).map(PairItem::id).orElse("");
    }

    private void round(List<Pending> chosen) {
      Round<F, E> round = new Round<>(database, kind, chosen.stream().map(p -> p.fact).toList());
      round.plan();
      Map<String, String> problems = round.problems();
      Map<String, List<Write>> writes = round.writes();
      Map<String, Integer> sizes = new HashMap<>();
      writes.forEach((cluster, parts) -> sizes.put(cluster, parts.size()));
      writes.keySet().removeIf(cluster -> problems.containsKey(cluster));
      int most =
          chosen.stream().anyMatch(pending -> pending.mostOfItsPair == 1)
              ? Writes.MOST_PARTS
              : Writes.MODERATE_PARTS;
      writes.values().removeIf(parts -> parts.size() > most);
      Map<String, Ended> ended =
          new Writes(database, kind.schemaVersion()).run(writes, conflictsInARow == 0);
      boolean conflict = false;
      for (int position = 0; position < chosen.size(); position++) {
        Pending pending = chosen.get(position);
        String cluster = round.cluster(position);
        if (problems.containsKey(cluster)) {
          fail(pending, problems.get(cluster));
        } else if (sizes.getOrDefault(cluster, 0) > most) {
          tryFewer(pending);
        } else {
          conflict |= end(pending, round, position, ended.get(cluster));
        }
      }
      conflictsInARow = conflict ? conflictsInARow + 1 : 0;
      if (conflict) {
        database.conflicts().waitAfter(conflictsInARow);
      }
    }

    /** Whether it met a conflict. */
    private boolean end(Pending pending, Round<F, E> round, int position, @Nullable Ended ended) {
      String row = round.row(position);
      StoreOutcome outcome = round.outcome(position);
      switch (ended) {
        case null -> done(pending, lostAnswer(pending, round).orElse(outcome), row);
        case Ended.Stored stored -> done(pending, outcome, row);
        case Ended.Impossible impossible -> fail(pending, impossible.why());
        case Ended.Conflict conflict -> {
          long version = round.seenVersion(row) + 1;
          pending.attempt = round.item(row).map(item -> new Attempt<>(outcome, row, version, item));
          return again(pending);
        }
      }
      return false;
    }

    /** What an earlier try did whose answer never came: the row is as that try wanted it. */
    private Optional<StoreOutcome> lostAnswer(Pending pending, Round<F, E> round) {
      return pending
          .attempt
          .filter(attempt -> round.seenVersion(attempt.row()) == attempt.version())
          .filter(attempt -> round.item(attempt.row()).equals(Optional.of(attempt.item())))
          .map(Attempt::outcome);
    }

    private boolean again(Pending pending) {
      pending.conflicts++;
      if (pending.conflicts >= database.conflicts().attempts()) {
        fail(
            pending,
            "others kept changing the same rows, "
                + pending.conflicts
                + " tries in vain; what was stored is as they left it, store the fact again");
        return false;
      }
      open.add(pending);
      return true;
    }

    private void tryFewer(Pending pending) {
      if (pending.mostOfItsPair == 1) {
        fail(pending, "more rows depend on each other than one transaction takes");
      } else {
        pending.mostOfItsPair = pending.mostOfItsPair == FEW_OF_A_PAIR ? 1 : FEW_OF_A_PAIR;
        open.add(pending);
      }
    }

    private void done(Pending pending, StoreOutcome outcome, String row) {
      results.put(pending.index, StoreResult.of(pending.fact, outcome, row));
    }

    private void fail(Pending pending, String why) {
      results.put(
          pending.index, StoreResult.failed(pending.fact, kind.recordOf(pending.fact), why));
    }
  }
}
