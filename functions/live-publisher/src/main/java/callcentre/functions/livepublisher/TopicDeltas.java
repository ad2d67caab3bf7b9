package callcentre.functions.livepublisher;

import callcentre.domain.live.Delta;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.live.ServerMessages;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.SubscriptionRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The deltas of one topic and those who hear them.
 *
 * @param texts the messages of the deltas, in their order
 */
record TopicDeltas(List<Delta> deltas, List<String> texts, List<Subscription> subscriptions) {

  /**
   * Counts the rows in a topic and keeps them for those who ask again; only then is looked who is
   * there to hear: somebody who subscribes meanwhile either is seen here or reads these rows. 3
   * requests, more beyond 300 KB of rows.
   */
  static TopicDeltas append(
      DeltaRepository deltas,
      SubscriptionRepository subscriptions,
      Topic topic,
      List<RowChange> rows,
      Instant now) {
    List<Delta> appended = deltas.append(topic, rows, now);
    List<String> texts =
        appended.stream()
            .map(delta -> ServerMessages.write(new ServerMessage.Change(delta)))
            .toList();
    return new TopicDeltas(appended, texts, subscriptions.of(topic));
  }

  /** What one who hears the topic is sent. */
  List<String> heardBy(Subscription subscription) {
    List<String> heard = new ArrayList<>(texts.size());
    for (int index = 0; index < texts.size(); index++) {
      if (subscription.hears(deltas.get(index).row())) {
        heard.add(texts.get(index));
      }
    }
    return heard;
  }
}
