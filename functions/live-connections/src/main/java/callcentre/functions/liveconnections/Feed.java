package callcentre.functions.liveconnections;

import callcentre.domain.live.Delta;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.live.SnapshotPages;
import callcentre.live.SnapshotRows;
import callcentre.storage.live.DeltaRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connection gets of a topic that it has just been subscribed to. The subscription comes
 * first: whatever is published after the count was read reaches the connection by itself.
 */
final class Feed {

  private final DeltaRepository deltas;
  private final SnapshotRows rows;

  Feed(DeltaRepository deltas, SnapshotRows rows) {
    this.deltas = deltas;
    this.rows = rows;
  }

  /**
   * The state, and then the deltas of the last moments: a list's index may not have them yet. They
   * repeat what the state may have already, with the same or a higher version.
   */
  List<ServerMessage> state(Subscription subscription, Instant now) {
    Topic topic = subscription.topic();
    long seq = deltas.count(topic);
    SnapshotRows.Found found = rows.read(topic, subscription.since(), now);
    List<ServerMessage> messages =
        new ArrayList<>(SnapshotPages.of(topic, seq, now.minus(LiveLimits.SNAPSHOT_REACH), found));
    deltas.recent(topic, now.minus(LiveLimits.INDEX_LAG)).stream()
        .filter(delta -> delta.seq() <= seq && subscription.hears(delta.row()))
        .map(ServerMessage.Change::new)
        .forEach(messages::add);
    return List.copyOf(messages);
  }

  /** The deltas since one that the client has; the state where they are not all here any more. */
  List<ServerMessage> since(Subscription subscription, long seq, Instant now) {
    Optional<List<Delta>> missed =
        deltas.since(subscription.topic(), seq, LiveLimits.RESUMED_DELTAS);
    if (missed.isEmpty()) {
      return state(subscription, now);
    }
    List<ServerMessage> messages = new ArrayList<>();
    missed.get().stream()
        .filter(delta -> subscription.hears(delta.row()))
        .map(ServerMessage.Change::new)
        .forEach(messages::add);
    messages.add(new ServerMessage.Resumed(subscription.topic(), seq + missed.get().size()));
    return List.copyOf(messages);
  }
}
