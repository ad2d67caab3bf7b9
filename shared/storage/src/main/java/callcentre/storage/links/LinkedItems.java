package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows and aliases as items, and what a row says as a whole. */
final class LinkedItems<F, E extends Evidence<F, E>> implements RowMapper<LinkedItem<E>> {

  private static final String ALIAS_OF = "alias_of";
  private static final String PARTS = "parts";
  private static final String FACTS = "facts";
  private static final String NAMED = "named";
  private static final String AMBIGUOUS = "ambiguous";
  private static final String TTL = "ttl";

  private final RecordKind<F, E> kind;

  LinkedItems(RecordKind<F, E> kind) {
    this.kind = kind;
  }

  /** Pairs and companions share the table; they have neither. */
  static boolean isRowOrAlias(ItemReader item) {
    return item.attributes().containsKey(PARTS) || item.attributes().containsKey(ALIAS_OF);
  }

  /** Everything that is known of a row. */
  E evidence(Row<E> row) {
    return row.parts().values().stream().map(Part::evidence).reduce(Evidence::merge).orElseThrow();
  }

  Map<String, ItemWriter> companions(Row<E> row) {
    return kind.companions(row.id(), evidence(row));
  }

  @Override
  public Map<String, AttributeValue> key(LinkedItem<E> item) {
    return kind.table().key(item.id());
  }

  @Override
  public ItemWriter write(LinkedItem<E> item) {
    return switch (item) {
      case Alias<E> alias -> {
        ItemWriter writer = new ItemWriter().text(ALIAS_OF, alias.of());
        alias.expires().ifPresent(at -> writer.seconds(TTL, at));
        yield writer;
      }
      case Row<E> row -> write(row);
    };
  }

  private ItemWriter write(Row<E> row) {
    ItemWriter parts = new ItemWriter();
    row.parts()
        .forEach(
            (record, part) -> {
              List<ItemWriter> facts = part.evidence().facts().stream().map(kind::write).toList();
              parts.map(record, new ItemWriter().maps(FACTS, facts).flag(NAMED, part.named()));
            });
    E evidence = evidence(row);
    ItemWriter writer =
        new ItemWriter().map(PARTS, parts).all(kind.columns(row.id(), evidence).build());
    kind.expires(evidence).ifPresent(at -> writer.seconds(TTL, at));
    return row.ambiguous() ? writer.flag(AMBIGUOUS, true) : writer;
  }

  @Override
  public LinkedItem<E> read(ItemReader item) {
    String id = item.text(kind.table().hashName());
    Optional<String> aliasOf = item.findText(ALIAS_OF);
    if (aliasOf.isPresent()) {
      return new Alias<>(id, aliasOf.get(), item.findNumber(TTL).map(Instant::ofEpochSecond));
    }
    ItemReader stored = item.map(PARTS);
    SortedMap<String, Part<E>> parts = new TreeMap<>();
    for (String record : stored.names()) {
      ItemReader part = stored.map(record);
      E evidence = kind.none();
      for (ItemReader fact : part.maps(FACTS)) {
        evidence = evidence.with(kind.read(record, fact));
      }
      if (!evidence.facts().isEmpty()) {
        parts.put(record, new Part<>(evidence, part.flag(NAMED)));
      }
    }
    return new Row<>(id, parts, item.attributes().containsKey(AMBIGUOUS));
  }
}
