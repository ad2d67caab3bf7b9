package callcentre.storage.links;

import callcentre.domain.calls.Match;
import callcentre.domain.evidence.Evidence;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists changed records in their pairs and lets every record whose match changed by that find its
 * place: a new candidate can join two rows, and it can part two that were joined.
 */
final class Matching<F, E extends Evidence<F, E>> {

  /** No match and nothing that speaks for one. */
  private static final Link NOT_LISTED = new Link(Match.NONE, Optional.empty());

  private final Shelf<F, E> shelf;
  private final RecordKind<F, E> kind;
  private final Clusters clusters;
  private final Set<PairKey> pairs = new LinkedHashSet<>();

  Matching(Shelf<F, E> shelf, Clusters clusters) {
    this.shelf = shelf;
    this.kind = shelf.kind();
    this.clusters = clusters;
  }

  /** The pairs on which the matches of this round depend. */
  Set<PairKey> pairs() {
    return pairs;
  }

  /**
   * Matches anew.
   *
   * @param touched the rows whose records changed
   */
  void run(Set<String> touched) {
    Map<String, PairEntry> before = new HashMap<>();
    Map<String, PairEntry> after = new HashMap<>();
    for (String id : touched) {
      shelf.seenRow(id).ifPresent(row -> before.putAll(entries(row)));
      shelf.row(id).ifPresent(row -> after.putAll(entries(row)));
    }
    Set<String> changed = new LinkedHashSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(id -> find(before, id).equals(find(after, id)));
    for (String id : changed) {
      find(before, id).ifPresent(this::isNear);
      find(after, id).ifPresent(this::isNear);
    }
    shelf.readPairs(pairs);
    for (String id : changed) {
      find(before, id).ifPresent(left -> shelf.put(shelf.pair(left.key()).without(id)));
      find(after, id).ifPresent(this::enter);
    }
    place(linksThatDiffer(changed));
  }

  /** What a row can be found by: as itself, and each record in it that was only matched. */
  private Map<String, PairEntry> entries(Row<E> row) {
    boolean named = row.parts().values().stream().anyMatch(Part::named);
    Map<String, PairEntry> found = new HashMap<>();
    row.parts()
        .forEach(
            (record, part) -> {
              // A row that a record names is nobody else's any more.
              if (!part.named() && !(named && record.equals(row.id()))) {
                kind.entry(part.evidence()).ifPresent(entry -> found.put(record, entry));
              }
            });
    return found;
  }

  private void isNear(PairEntry entry) {
    for (PairKey key : kind.near(entry)) {
      pairs.add(key);
      clusters.join(PairItem.id(key), entry.id());
    }
  }

  private void enter(PairEntry entry) {
    Optional<Row<E>> row = shelf.holder(entry.id());
    shelf.put(
        shelf
            .pair(entry.key())
            .with(entry, row.map(shelf.mapper()::evidence).flatMap(kind::expires)));
  }

  private Map<String, Link> linksThatDiffer(Set<String> changed) {
    Map<String, Link> differing = new LinkedHashMap<>();
    changed.forEach(id -> differing.put(id, NOT_LISTED));
    for (List<PairKey> connected : connectedPairs()) {
      Collection<PairEntry> entries = all(connected.stream().map(shelf::pair).toList());
      Map<String, Link> then =
          kind.resolve(all(connected.stream().map(shelf::pairAsRead).toList()));
      Map<String, Link> now = kind.resolve(entries);
      for (PairEntry entry : entries) {
        String id = entry.id();
        Link link = joined(entry, now.getOrDefault(id, NOT_LISTED));
        Link old = joined(entry, then.getOrDefault(id, NOT_LISTED));
        if (changed.contains(id) || !link.equals(old)) {
          differing.put(id, link);
          clusters.join(id, PairItem.id(connected.getFirst()));
        }
      }
    }
    return differing;
  }

  private List<List<PairKey>> connectedPairs() {
    Map<String, List<PairKey>> connected = new LinkedHashMap<>();
    for (PairKey key : pairs) {
      String root = clusters.rootOf(PairItem.id(key));
      connected.computeIfAbsent(root, none -> new ArrayList<>()).add(key);
    }
    return List.copyOf(connected.values());
  }

  private static List<PairEntry> all(List<PairItem> items) {
    return items.stream().flatMap(item -> item.entries().values().stream()).toList();
  }

  /** The other one of two that are one stays where it is. */
  private Link joined(PairEntry entry, Link link) {
    return link.partner().isPresent() && !kind.joinsItsPartner(entry.kind()) ? NOT_LISTED : link;
  }

  private void place(Map<String, Link> links) {
    Set<String> ids = new LinkedHashSet<>(links.keySet());
    links.values().forEach(link -> link.partner().ifPresent(ids::add));
    shelf.readItems(ids);
    links.forEach(this::place);
  }

  private void place(String id, Link link) {
    // A row that expired may still be listed in its pair.
    String home = link.partner().filter(row -> shelf.row(row).isPresent()).orElse(id);
    clusters.join(id, home);
    Optional<Row<E>> holder = shelf.holder(id);
    if (holder.isPresent() && !holder.get().id().equals(home)) {
      clusters.join(id, holder.get().id());
      move(id, holder.get(), home);
    }
    shelf
        .row(id)
        .filter(row -> row.ambiguous() != link.isAmbiguous())
        .ifPresent(row -> shelf.put(row.ambiguous(link.isAmbiguous())));
  }

  private void move(String record, Row<E> from, String home) {
    Part<E> part = from.parts().get(record);
    if (part == null || part.named()) {
      return;
    }
    from.without(record).ifPresent(shelf::put);
    Row<E> next =
        shelf
            .row(home)
            .filter(row -> !home.equals(record))
            .map(row -> row.with(record, part))
            .orElseGet(() -> Draft.newRow(home, record, part));
    shelf.put(next);
    if (!home.equals(record)) {
      shelf.put(new Alias<>(record, home, kind.expires(shelf.mapper().evidence(next))));
    }
  }

  private static Optional<PairEntry> find(Map<String, PairEntry> entries, String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
