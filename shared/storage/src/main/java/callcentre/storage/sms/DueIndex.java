package callcentre.storage.sms;

import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.TimeKeys;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The attributes of rows that wait, and of no others: so the index by_due holds nothing else. */
final class DueIndex {

  static final String NAME = "by_due";
  static final String SHARD = "due";
  static final String AT = "due_at";

  private static final int SHARDS = 4;

  private DueIndex() {}

  static void write(ItemWriter item, String id, Instant at) {
    item.text(SHARD, shard(Math.floorMod(id.hashCode(), SHARDS))).text(AT, TimeKeys.of(at, id));
  }

  static List<String> shards() {
    return IntStream.range(0, SHARDS).mapToObj(DueIndex::shard).toList();
  }

  private static String shard(int number) {
    return "due#" + number;
  }
}
