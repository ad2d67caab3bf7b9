package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rows by their ids and aliases, strongly consistent. A row whose time is over is gone. */
public final class LinkedReader<F, E extends Evidence<F, E>> {

  private final Database database;
  private final RecordKind<F, E> kind;
  private final LinkedItems<F, E> mapper;
  private final InstantSource clock;

  public LinkedReader(Database database, RecordKind<F, E> kind, InstantSource clock) {
    this.database = database;
    this.kind = kind;
    this.mapper = new LinkedItems<>(kind);
    this.clock = clock;
  }

  /** The row that answers under an id: 1 request, 2 for an alias. */
  public Optional<Found<E>> find(String id) {
    return read(id)
        .flatMap(
            stored ->
                switch (stored.value()) {
                  case Row<E> row -> found(stored);
                  case Alias<E> alias -> read(alias.of()).flatMap(this::found);
                });
  }

  /**
   * The rows that answer under ids, by the id that was asked for: 1 request per 100, as much again
   * for aliases.
   *
   * @param ids each once
   */
  public Map<String, Found<E>> findAll(Collection<String> ids) {
    Map<String, Versioned<LinkedItem<E>>> items = readAll(ids);
    List<String> targets =
        items.values().stream()
            .map(Versioned::value)
            .filter(Alias.class::isInstance)
            .map(item -> ((Alias<E>) item).of())
            .filter(target -> !items.containsKey(target))
            .distinct()
            .toList();
    Map<String, Versioned<LinkedItem<E>>> rows = new HashMap<>(items);
    if (!targets.isEmpty()) {
      rows.putAll(readAll(targets));
    }
    Map<String, Found<E>> found = new HashMap<>();
    for (String id : ids) {
      Optional.ofNullable(rows.get(id))
          .flatMap(
              stored ->
                  stored.value() instanceof Alias<E> alias
                      ? Optional.ofNullable(rows.get(alias.of()))
                      : Optional.of(stored))
          .flatMap(this::found)
          .ifPresent(row -> found.put(id, row));
    }
    return found;
  }

  /** The rows with exactly these ids; aliases are left out. 1 request per 100. */
  public Map<String, Found<E>> rows(Collection<String> ids) {
    Map<String, Found<E>> found = new HashMap<>();
    readAll(ids).forEach((id, item) -> found(item).ifPresent(row -> found.put(id, row)));
    return found;
  }

  /** The rows among items that were read already, by their ids. */
  public Map<String, Found<E>> rowsAmong(Collection<ItemReader> items) {
    Map<String, Found<E>> found = new HashMap<>();
    for (ItemReader item : items) {
      if (isAlive(item)) {
        found(versioned(item)).ifPresent(row -> found.put(row.id(), row));
      }
    }
    return found;
  }

  private Optional<Versioned<LinkedItem<E>>> read(String id) {
    return database
        .get(kind.table(), kind.table().key(id))
        .filter(this::isAlive)
        .map(this::versioned);
  }

  private Map<String, Versioned<LinkedItem<E>>> readAll(Collection<String> ids) {
    Map<String, Versioned<LinkedItem<E>>> items = new HashMap<>();
    for (ItemReader item :
        database.getAll(kind.table(), ids.stream().map(kind.table()::key).toList())) {
      if (isAlive(item)) {
        Versioned<LinkedItem<E>> read = versioned(item);
        items.put(read.value().id(), read);
      }
    }
    return items;
  }

  /** DynamoDB removes expired items days later (developer guide, "Time to Live"). */
  private boolean isAlive(ItemReader item) {
    Instant now = clock.instant();
    return item.findNumber("ttl").map(Instant::ofEpochSecond).filter(now::isAfter).isEmpty();
  }

  private Versioned<LinkedItem<E>> versioned(ItemReader item) {
    return new Versioned<>(mapper.read(item), item.number(VersionedRows.VERSION));
  }

  private Optional<Found<E>> found(Versioned<LinkedItem<E>> stored) {
    return stored.value() instanceof Row<E> row
        ? Optional.of(
            new Found<>(row.id(), mapper.evidence(row), row.ambiguous(), stored.version()))
        : Optional.empty();
  }
}
