package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.domain.links.PairKey;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.links.LinkedItem.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One try to store some facts: what was read, what it shall become, and the writes for that. */
final class Round<F, E extends Evidence<F, E>> {

  private final Shelf<F, E> shelf;
  private final RecordKind<F, E> kind;
  private final Clusters clusters = new Clusters();
  private final Draft<F, E> draft;
  private final Matching<F, E> matching;
  private final List<StoreOutcome> outcomes = new ArrayList<>();
  private final List<F> facts;

  Round(Database database, RecordKind<F, E> kind, List<F> facts) {
    this.shelf = new Shelf<>(database, kind);
    this.kind = kind;
    this.facts = facts;
    this.draft = new Draft<>(shelf, clusters);
    this.matching = new Matching<>(shelf, clusters);
  }

  /** Reads what is needed and works out what is to be written. */
  void plan() {
    draft.read(facts);
    facts.forEach(fact -> outcomes.add(draft.add(fact)));
    matching.run(draft.touched());
    Set<String> rowsShown = new HashSet<>();
    for (int index = 0; index < facts.size(); index++) {
      if (outcomes.get(index) == StoreOutcome.INSERTED && !isFirst(index, rowsShown)) {
        outcomes.set(index, StoreOutcome.MERGED);
      }
    }
  }

  /** Whether nothing of a new record's row was there before, nor came with this round. */
  private boolean isFirst(int index, Set<String> rowsShown) {
    Optional<Row<E>> row = shelf.holder(kind.recordOf(facts.get(index)));
    if (row.isEmpty()) {
      return true;
    }
    boolean known = row.get().parts().keySet().stream().anyMatch(id -> shelf.seen(id).isPresent());
    return !known && shelf.seen(row.get().id()).isEmpty() && rowsShown.add(row.get().id());
  }

  StoreOutcome outcome(int index) {
    return outcomes.get(index);
  }

  /** The cluster of a fact: it is stored when the cluster's writes succeed. */
  String cluster(int index) {
    return clusters.rootOf(kind.recordOf(facts.get(index)));
  }

  /** The row that holds a fact now; its own record's id when there is none. */
  String row(int index) {
    String record = kind.recordOf(facts.get(index));
    return shelf.holder(record).map(Row::id).orElse(record);
  }

  /** The version under which a row was read; 0 when there was none. */
  long seenVersion(String row) {
    return shelf.seen(row).map(Versioned::version).orElse(0L);
  }

  /** A row as it shall be. */
  Optional<LinkedItem<E>> item(String row) {
    return shelf.item(row);
  }

  /** Why clusters cannot be written, because one of their items cannot be read. */
  Map<String, String> problems() {
    Map<String, String> problems = new HashMap<>();
    shelf.unreadable().forEach((id, why) -> problems.put(clusters.rootOf(id), why));
    return problems;
  }

  /** The writes of each cluster that has any. */
  Map<String, List<Write>> writes() {
    Map<String, List<Write>> writes = new LinkedHashMap<>();
    VersionedRows<LinkedItem<E>> rows = shelf.rows();
    for (String id : shelf.changedItems()) {
      List<Write> cluster = clusterOf(writes, id);
      shelf.item(id).ifPresent(item -> cluster.add(Write.put(rows.prepare(shelf.seen(id), item))));
      addCompanions(id, cluster);
    }
    for (PairKey key : matching.pairs()) {
      if (shelf.isPairChanged(key)) {
        clusterOf(writes, PairItem.id(key))
            .add(Write.put(shelf.pairRows().prepare(shelf.seenPair(key), shelf.pair(key))));
      }
    }
    for (PairKey key : matching.pairs()) {
      List<Write> cluster = writes.get(clusters.rootOf(PairItem.id(key)));
      if (cluster != null && !shelf.isPairChanged(key)) {
        cluster.add(Write.unchanged(shelf, PairItem.id(key), shelf.seenPair(key)));
      }
    }
    return writes;
  }

  private void addCompanions(String id, List<Write> writes) {
    Map<String, ItemWriter> before =
        shelf.seenRow(id).map(shelf.mapper()::companions).orElse(Map.of());
    Map<String, ItemWriter> after = shelf.row(id).map(shelf.mapper()::companions).orElse(Map.of());
    before.keySet().stream()
        .filter(companion -> !after.containsKey(companion))
        .forEach(companion -> writes.add(Write.delete(shelf, companion)));
    after.forEach(
        (companion, item) -> {
          ItemWriter old = before.get(companion);
          if (old == null || !old.build().equals(item.build())) {
            writes.add(Write.companion(shelf, companion, item));
          }
        });
  }

  private List<Write> clusterOf(Map<String, List<Write>> writes, String item) {
    return writes.computeIfAbsent(clusters.rootOf(item), root -> new ArrayList<>());
  }
}
