package callcentre.storage.links;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands under an id. */
public sealed interface LinkedItem<E> {

  String id();

  /**
   * A row.
   *
   * @param parts the records that it is made of, by their ids; at least one
   * @param ambiguous whether several records could be this one's counterpart
   */
  record Row<E>(String id, SortedMap<String, Part<E>> parts, boolean ambiguous)
      implements LinkedItem<E> {

    public Row {
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("row " + id + " is made of nothing");
      }
      parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    Row<E> with(String record, Part<E> part) {
      SortedMap<String, Part<E>> more = new TreeMap<>(parts);
      more.put(record, part);
      return new Row<>(id, more, ambiguous);
    }

    /** Empty when nothing else is left. */
    Optional<Row<E>> without(String record) {
      SortedMap<String, Part<E>> fewer = new TreeMap<>(parts);
      fewer.remove(record);
      return fewer.isEmpty() ? Optional.empty() : Optional.of(new Row<>(id, fewer, ambiguous));
    }

    Row<E> ambiguous(boolean now) {
      return new Row<>(id, parts, now);
    }
  }

  /**
   * An id under which another row answers.
   *
   * @param of the row's id
   * @param expires when the retention of the row ends; empty when it is kept
   */
  record Alias<E>(String id, String of, Optional<Instant> expires) implements LinkedItem<E> {}
}
