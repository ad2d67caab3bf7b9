package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.domain.links.PairKey;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.MalformedItemException;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items that one round of storing has read, as they were read and as they shall become. */
final class Shelf<F, E extends Evidence<F, E>> {

  private final Database database;
  private final RecordKind<F, E> kind;
  private final LinkedItems<F, E> mapper;
  private final VersionedRows<LinkedItem<E>> rows;
  private final VersionedRows<PairItem> pairs;

  private final Set<String> read = new LinkedHashSet<>();
  private final Map<String, String> unreadable = new HashMap<>();
  private final Map<String, Versioned<LinkedItem<E>>> seenItems = new HashMap<>();
  private final Map<PairKey, Versioned<PairItem>> seenPairs = new HashMap<>();
  private final Map<String, LinkedItem<E>> items = new HashMap<>();
  private final Map<PairKey, PairItem> pairItems = new HashMap<>();

  Shelf(Database database, RecordKind<F, E> kind) {
    this.database = database;
    this.kind = kind;
    this.mapper = new LinkedItems<>(kind);
    this.rows = new VersionedRows<>(database, kind.table(), kind.schemaVersion(), mapper);
    this.pairs =
        new VersionedRows<>(
            database, kind.table(), PairItems.SCHEMA_VERSION, new PairItems(kind.table()));
  }

  LinkedItems<F, E> mapper() {
    return mapper;
  }

  VersionedRows<LinkedItem<E>> rows() {
    return rows;
  }

  VersionedRows<PairItem> pairRows() {
    return pairs;
  }

  /** Reads rows and aliases that were not read yet, and the rows that the aliases stand for. */
  void readItems(Collection<String> ids) {
    List<String> targets = new ArrayList<>();
    for (ItemReader item : readNew(ids)) {
      take(item);
    }
    for (String id : ids) {
      if (items.get(id) instanceof Alias<E> alias) {
        targets.add(alias.of());
      }
    }
    readNew(targets).forEach(this::take);
  }

  /** Reads pair items that were not read yet. */
  void readPairs(Collection<PairKey> keys) {
    for (ItemReader item : readNew(keys.stream().map(PairItem::id).toList())) {
      Versioned<PairItem> pair = pairs.read(item);
      seenPairs.put(pair.value().key(), pair);
      pairItems.put(pair.value().key(), pair.value());
    }
  }

  /** Why items cannot be used, by their ids. */
  Map<String, String> unreadable() {
    return unreadable;
  }

  /** The ids whose items shall become others. */
  List<String> changedItems() {
    return items.keySet().stream().filter(this::isChanged).sorted().toList();
  }

  Optional<LinkedItem<E>> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  Optional<Row<E>> row(String id) {
    return items.get(id) instanceof Row<E> row ? Optional.of(row) : Optional.empty();
  }

  Optional<Row<E>> seenRow(String id) {
    return seen(id).map(Versioned::value).flatMap(Shelf::asRow);
  }

  Optional<Versioned<LinkedItem<E>>> seen(String id) {
    return Optional.ofNullable(seenItems.get(id));
  }

  Optional<Versioned<PairItem>> seenPair(PairKey key) {
    return Optional.ofNullable(seenPairs.get(key));
  }

  PairItem pairAsRead(PairKey key) {
    return seenPair(key).map(Versioned::value).orElse(PairItem.empty(key));
  }

  PairItem pair(PairKey key) {
    return pairItems.getOrDefault(key, PairItem.empty(key));
  }

  void put(LinkedItem<E> item) {
    items.put(item.id(), item);
  }

  void put(PairItem pair) {
    pairItems.put(pair.key(), pair);
  }

  private boolean isChanged(String id) {
    return !Optional.ofNullable(items.get(id)).equals(seen(id).map(Versioned::value));
  }

  boolean isPairChanged(PairKey key) {
    return !pair(key).equals(pairAsRead(key));
  }

  /** The row that holds a record's part, where it is known. */
  Optional<Row<E>> holder(String record) {
    return item(record)
        .flatMap(
            item ->
                switch (item) {
                  case Row<E> row -> Optional.of(row);
                  case Alias<E> alias -> row(alias.of());
                })
        .filter(row -> row.parts().containsKey(record));
  }

  String tableName() {
    return database.name(kind.table());
  }

  RecordKind<F, E> kind() {
    return kind;
  }

  private List<ItemReader> readNew(Collection<String> ids) {
    Set<String> missing = new LinkedHashSet<>(ids);
    missing.removeAll(read);
    if (missing.isEmpty()) {
      return List.of();
    }
    read.addAll(missing);
    List<Map<String, AttributeValue>> keys = missing.stream().map(kind.table()::key).toList();
    return database.getAll(kind.table(), keys);
  }

  private void take(ItemReader item) {
    try {
      Versioned<LinkedItem<E>> found = rows.read(item);
      seenItems.put(found.value().id(), found);
      items.put(found.value().id(), found.value());
    } catch (MalformedItemException malformed) {
      unreadable.put(item.text(kind.table().hashName()), String.valueOf(malformed.getMessage()));
    }
  }

  private static <E> Optional<Row<E>> asRow(LinkedItem<E> item) {
    return item instanceof Row<E> row ? Optional.of(row) : Optional.empty();
  }
}
