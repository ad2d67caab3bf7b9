package callcentre.live;

import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a topic as they are now: the body of a snapshot. */
public interface SnapshotRows {

  /**
   * The rows that belong to a topic: colleagues' presence, what still goes on, and what was within
   * {@link callcentre.domain.live.LiveLimits#SNAPSHOT_REACH} before now; for {@link Topic#ALL} the
   * running sync jobs and the day's usage too.
   *
   * @param since rows that started before are left out whatever they are; empty for none
   */
  Found read(Topic topic, Optional<Instant> since, Instant now);

  /**
   * What was found.
   *
   * @param truncated whether there was more than {@link
   *     callcentre.domain.live.LiveLimits#SNAPSHOT_ROWS} of a type
   */
  record Found(List<RowChange> rows, boolean truncated) {

    public Found {
      rows = List.copyOf(rows);
    }
  }
}
