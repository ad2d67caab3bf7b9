package callcentre.storage.links;

import callcentre.domain.calls.Direction;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pair items, which share the table with the rows. */
final class PairItems implements RowMapper<PairItem> {

  static final int SCHEMA_VERSION = 1;

  private static final String BUSINESS = "pair_business";
  private static final String CLIENT = "pair_client";
  private static final String DIRECTION = "pair_direction";
  private static final String HOUR = "pair_hour";
  private static final String ENTRIES = "entries";
  private static final String KIND = "kind";
  private static final String START = "start";
  private static final String END = "end";
  private static final String TTL = "ttl";

  private final Table table;

  PairItems(Table table) {
    this.table = table;
  }

  @Override
  public Map<String, AttributeValue> key(PairItem pair) {
    return table.key(pair.id());
  }

  @Override
  public ItemWriter write(PairItem pair) {
    ItemWriter entries = new ItemWriter();
    pair.entries().forEach((id, entry) -> entries.map(id, write(entry)));
    ItemWriter writer =
        new ItemWriter()
            .text(BUSINESS, pair.key().business())
            .text(CLIENT, pair.key().client())
            .text(DIRECTION, pair.key().direction().name())
            .millis(HOUR, pair.key().hour())
            .map(ENTRIES, entries);
    pair.expires().ifPresent(at -> writer.seconds(TTL, at));
    return writer;
  }

  @Override
  public PairItem read(ItemReader item) {
    PairKey key =
        new PairKey(
            item.text(BUSINESS),
            item.text(CLIENT),
            item.read(DIRECTION, Direction::valueOf),
            item.millis(HOUR));
    ItemReader stored = item.map(ENTRIES);
    SortedMap<String, PairEntry> entries = new TreeMap<>();
    for (String id : stored.names()) {
      entries.put(id, read(key, id, stored.map(id)));
    }
    return new PairItem(key, entries, item.findNumber(TTL).map(Instant::ofEpochSecond));
  }

  /** Of hundreds of entries each attribute counts: an end that is the start is left out. */
  private static ItemWriter write(PairEntry entry) {
    ItemWriter writer = new ItemWriter().text(KIND, entry.kind().name()).time(START, entry.start());
    return entry.end().equals(entry.start()) ? writer : writer.time(END, entry.end());
  }

  private static PairEntry read(PairKey key, String id, ItemReader entry) {
    Instant start = entry.time(START);
    return new PairEntry(
        key,
        id,
        entry.read(KIND, PairEntry.Kind::valueOf),
        start,
        entry.findTime(END).orElse(start),
        false);
  }
}
