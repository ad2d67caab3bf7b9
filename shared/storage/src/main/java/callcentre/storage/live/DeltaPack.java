package callcentre.storage.live;

import callcentre.domain.live.Delta;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.Topic;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Deltas of a topic that were published together, as one item.
 *
 * @param firstSeq the count of the first row; each further row has one more
 * @param rows 1 or more, together at most {@link #MOST_BYTES}
 */
record DeltaPack(Topic topic, long firstSeq, Instant at, List<RowChange> rows) {

  /** Below the 400 KB of an item, with room for names and keys (DynamoDB quotas). */
  static final int MOST_BYTES = 300_000;

  /** What an item takes for a row beside its text, at most. */
  private static final int ROW_OVERHEAD_BYTES = 400;

  DeltaPack {
    rows = List.copyOf(rows);
  }

  long lastSeq() {
    return firstSeq + rows.size() - 1;
  }

  List<Delta> deltas() {
    return IntStream.range(0, rows.size())
        .mapToObj(index -> new Delta(topic, firstSeq + index, at, rows.get(index)))
        .toList();
  }

  /** Divides rows, in their order, into as few groups as fit an item each. */
  static List<List<RowChange>> divide(List<RowChange> rows) {
    List<List<RowChange>> groups = new ArrayList<>();
    int first = 0;
    int bytes = 0;
    for (int index = 0; index < rows.size(); index++) {
      int size = rows.get(index).dataBytes() + ROW_OVERHEAD_BYTES;
      if (bytes + size > MOST_BYTES) {
        groups.add(rows.subList(first, index));
        first = index;
        bytes = 0;
      }
      bytes += size;
    }
    if (first < rows.size()) {
      groups.add(rows.subList(first, rows.size()));
    }
    return groups;
  }

  Map<String, AttributeValue> write(Instant expires) {
    return LiveKeys.item(LiveKeys.pack(topic, lastSeq()))
        .number("first_seq", firstSeq)
        .millis("at", at)
        .maps("rows", rows.stream().map(DeltaPack::write).toList())
        .seconds(LiveKeys.TTL, expires)
        .build();
  }

  static DeltaPack read(Topic topic, ItemReader item) {
    return new DeltaPack(
        topic,
        item.number("first_seq"),
        item.millis("at"),
        item.maps("rows").stream().map(DeltaPack::readRow).toList());
  }

  private static ItemWriter write(RowChange row) {
    return new ItemWriter()
        .text("type", row.type().wireName())
        .text("id", row.id())
        .number("version", row.version())
        .time("started", row.startedAt())
        .text("data", row.data());
  }

  private static RowChange readRow(ItemReader item) {
    return new RowChange(
        item.read("type", name -> RowType.ofWireName(name).orElseThrow()),
        item.text("id"),
        item.number("version"),
        item.time("started"),
        item.findText("data"));
  }
}
