package callcentre.live;

import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Divides a snapshot into messages of at most {@link LiveLimits#MESSAGE_BYTES}. */
public final class SnapshotPages {

  /** What a page takes beside its rows, at most: a topic's name is the longest of it. */
  private static final int PAGE_BYTES = 400;

  /** What a row takes beside its text, at most: with its id, where the text is left out. */
  private static final int ROW_BYTES = 300;

  private SnapshotPages() {}

  /**
   * The pages in their order, at least one.
   *
   * @param seq the topic's count before the rows were read
   * @param since from when on what is over was read
   */
  public static List<ServerMessage.Snapshot> of(
      Topic topic, long seq, Instant since, SnapshotRows.Found found) {
    List<List<RowChange>> groups = groups(found.rows());
    List<ServerMessage.Snapshot> pages = new ArrayList<>(groups.size());
    for (int index = 0; index < groups.size(); index++) {
      boolean last = index == groups.size() - 1;
      pages.add(
          new ServerMessage.Snapshot(
              topic, seq, index + 1, last, since, found.truncated(), groups.get(index)));
    }
    return List.copyOf(pages);
  }

  private static List<List<RowChange>> groups(List<RowChange> rows) {
    List<List<RowChange>> groups = new ArrayList<>();
    List<RowChange> group = new ArrayList<>();
    int bytes = PAGE_BYTES;
    for (RowChange row : rows) {
      int size = row.dataBytes() + ROW_BYTES;
      if (bytes + size > LiveLimits.MESSAGE_BYTES && !group.isEmpty()) {
        groups.add(List.copyOf(group));
        group.clear();
        bytes = PAGE_BYTES;
      }
      group.add(row);
      bytes += size;
    }
    groups.add(group);
    return groups;
  }
}
