package callcentre.storage.links;

import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who had to do with whom in one hour, as far as records may still have to be matched.
 *
 * @param entries by the ids of the records
 * @param expires when the retention of the last of them ends; empty when they are kept
 */
record PairItem(PairKey key, SortedMap<String, PairEntry> entries, Optional<Instant> expires) {

  private static final String PREFIX = "pair#";

  PairItem {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  static PairItem empty(PairKey key) {
    return new PairItem(key, Collections.emptySortedMap(), Optional.empty());
  }

  /** The item's key: no id of a record looks like it. */
  static String id(PairKey key) {
    return PREFIX + key.text();
  }

  String id() {
    return id(key);
  }

  PairItem with(PairEntry entry, Optional<Instant> expiry) {
    SortedMap<String, PairEntry> more = new TreeMap<>(entries);
    more.put(entry.id(), entry);
    return new PairItem(key, more, later(expires, expiry));
  }

  PairItem without(String record) {
    SortedMap<String, PairEntry> fewer = new TreeMap<>(entries);
    fewer.remove(record);
    return new PairItem(key, fewer, expires);
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return other.filter(at -> one.filter(at::isBefore).isEmpty()).or(() -> one);
  }
}
