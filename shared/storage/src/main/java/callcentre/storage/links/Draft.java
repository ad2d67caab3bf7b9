package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Adds facts to the rows on the shelf, as far as the facts themselves say where they belong. */
final class Draft<F, E extends Evidence<F, E>> {

  private final Shelf<F, E> shelf;
  private final RecordKind<F, E> kind;
  private final Clusters clusters;
  private final Set<String> touched = new LinkedHashSet<>();

  Draft(Shelf<F, E> shelf, Clusters clusters) {
    this.shelf = shelf;
    this.kind = shelf.kind();
    this.clusters = clusters;
  }

  /** The rows whose records changed. */
  Set<String> touched() {
    return touched;
  }

  /** Reads what the facts are about: a known row by 1 key, a new one by 2. */
  void read(List<F> facts) {
    shelf.readItems(
        facts.stream().map(fact -> kind.rowNamedBy(fact).orElse(kind.recordOf(fact))).toList());
    List<String> elsewhere = new ArrayList<>();
    for (F fact : facts) {
      Optional<String> named = kind.rowNamedBy(fact);
      if (named.isPresent() && inNamedRow(fact).isEmpty()) {
        elsewhere.add(kind.recordOf(fact));
      }
    }
    shelf.readItems(elsewhere);
  }

  /**
   * Adds one fact.
   *
   * @return what that does, before records are matched with others
   */
  StoreOutcome add(F fact) {
    String record = kind.recordOf(fact);
    Optional<Row<E>> holder = inNamedRow(fact).or(() -> shelf.holder(record));
    Optional<Part<E>> before = holder.map(row -> row.parts().get(record));
    Optional<String> named =
        before.filter(Part::named).isPresent() ? holder.map(Row::id) : kind.rowNamedBy(fact);
    String home = named.or(() -> holder.map(Row::id)).orElse(record);
    clusters.join(record, home);
    Part<E> part = part(before, fact, named);
    Optional<Row<E>> target = shelf.row(home);
    Row<E> next = target.isPresent() ? target.get().with(record, part) : newRow(home, record, part);
    boolean stays = holder.filter(row -> row.id().equals(home)).isPresent();
    if (stays && isSame(before.orElseThrow(), part) && isSame(holder.orElseThrow(), next)) {
      return StoreOutcome.UNCHANGED;
    }
    holder.filter(row -> !stays).ifPresent(row -> leave(row, record, home));
    shelf.put(next);
    touched.add(home);
    if (!stays && !home.equals(record)) {
      shelf.put(new Alias<>(record, home, kind.expires(shelf.mapper().evidence(next))));
    }
    if (before.isEmpty()) {
      return target.isPresent() ? StoreOutcome.MERGED : StoreOutcome.INSERTED;
    }
    return stays || target.isEmpty() ? StoreOutcome.UPDATED : StoreOutcome.MERGED;
  }

  /** Once a record names its row, whatever it says or said earlier is of that row. */
  private Part<E> part(Optional<Part<E>> before, F fact, Optional<String> named) {
    E known = before.map(Part::evidence).orElseGet(kind::none);
    if (named.isPresent() && before.filter(part -> !part.named()).isPresent()) {
      List<F> earlier = known.facts();
      known = kind.none();
      for (F one : earlier) {
        known = known.with(kind.toStore(one, named));
      }
    }
    return new Part<>(known.with(kind.toStore(fact, named)), named.isPresent());
  }

  /** A record that stood alone or was matched with another row now names its row. */
  private void leave(Row<E> row, String record, String home) {
    clusters.join(row.id(), home);
    touched.add(row.id());
    shelf.put(
        row.without(record)
            .<LinkedItem<E>>map(rest -> rest)
            .orElseGet(() -> new Alias<>(row.id(), home, Optional.empty())));
  }

  private Optional<Row<E>> inNamedRow(F fact) {
    return kind.rowNamedBy(fact)
        .flatMap(shelf::row)
        .filter(row -> row.parts().containsKey(kind.recordOf(fact)));
  }

  private boolean isSame(Part<E> before, Part<E> after) {
    return before.named() == after.named() && after.evidence().saysTheSameAs(before.evidence());
  }

  /** A fact that was only observed later can still make its source the newest of the row. */
  private boolean isSame(Row<E> before, Row<E> after) {
    return shelf.mapper().evidence(after).saysTheSameAs(shelf.mapper().evidence(before));
  }

  static <E> Row<E> newRow(String id, String record, Part<E> part) {
    TreeMap<String, Part<E>> parts = new TreeMap<>();
    parts.put(record, part);
    return new Row<>(id, parts, false);
  }
}
