package callcentre.storage.links;

import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
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
public final class LinkedReader<F, E> {

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
            item ->
                switch (item) {
                  case Row<E> row -> Optional.of(row);
                  case Alias<E> alias -> read(alias.of()).flatMap(LinkedReader::asRow);
                })
        .map(this::found);
  }

  /**
   * The rows that answer under ids, by the id that was asked for: 1 request per 100, as much again
   * for aliases.
   *
   * @param ids each once
   */
  public Map<String, Found<E>> findAll(Collection<String> ids) {
    Map<String, LinkedItem<E>> items = readAll(ids);
    List<String> targets =
        items.values().stream()
            .filter(Alias.class::isInstance)
            .map(item -> ((Alias<E>) item).of())
            .filter(target -> !items.containsKey(target))
            .distinct()
            .toList();
    Map<String, LinkedItem<E>> rows = new HashMap<>(items);
    if (!targets.isEmpty()) {
      rows.putAll(readAll(targets));
    }
    Map<String, Found<E>> found = new HashMap<>();
    for (String id : ids) {
      LinkedItem<E> item = rows.get(id);
      LinkedItem<E> row = item instanceof Alias<E> alias ? rows.get(alias.of()) : item;
      if (row instanceof Row<E> shown) {
        found.put(id, found(shown));
      }
    }
    return found;
  }

  /** The rows with exactly these ids; aliases are left out. 1 request per 100. */
  public Map<String, Found<E>> rows(Collection<String> ids) {
    Map<String, Found<E>> found = new HashMap<>();
    readAll(ids).forEach((id, item) -> asRow(item).ifPresent(row -> found.put(id, found(row))));
    return found;
  }

  /** The rows among items that were read already, by their ids. */
  public Map<String, Found<E>> rowsAmong(Collection<ItemReader> items) {
    Map<String, Found<E>> found = new HashMap<>();
    for (ItemReader item : items) {
      if (isAlive(item)) {
        asRow(mapper.read(item)).ifPresent(row -> found.put(row.id(), found(row)));
      }
    }
    return found;
  }

  private Optional<LinkedItem<E>> read(String id) {
    return database.get(kind.table(), kind.table().key(id)).filter(this::isAlive).map(mapper::read);
  }

  private Map<String, LinkedItem<E>> readAll(Collection<String> ids) {
    Map<String, LinkedItem<E>> items = new HashMap<>();
    for (ItemReader item :
        database.getAll(kind.table(), ids.stream().map(kind.table()::key).toList())) {
      if (isAlive(item)) {
        LinkedItem<E> read = mapper.read(item);
        items.put(read.id(), read);
      }
    }
    return items;
  }

  /** DynamoDB removes expired items days later (developer guide, "Time to Live"). */
  private boolean isAlive(ItemReader item) {
    Instant now = clock.instant();
    return item.findNumber("ttl").map(Instant::ofEpochSecond).filter(now::isAfter).isEmpty();
  }

  private Found<E> found(Row<E> row) {
    return new Found<>(row.id(), mapper.evidence(row), row.ambiguous());
  }

  private static <E> Optional<Row<E>> asRow(LinkedItem<E> item) {
    return item instanceof Row<E> row ? Optional.of(row) : Optional.empty();
  }
}
