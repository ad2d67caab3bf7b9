package callcentre.functions.livepublisher;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.SubscriptionRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Appends rows to their topics, and sends them to those who hear the topics. */
final class Broadcast {

  /** Topics that are written side by side. */
  private static final int TOPICS_AT_ONCE = 16;

  private final DeltaRepository deltas;
  private final SubscriptionRepository subscriptions;
  private final Connections connections;

  Broadcast(DeltaRepository deltas, SubscriptionRepository subscriptions, Connections connections) {
    this.deltas = deltas;
    this.subscriptions = subscriptions;
    this.connections = connections;
  }

  /**
   * What became of a broadcast.
   *
   * @param topics in which rows were told
   * @param failures of topics in which nothing was; the others have been told
   */
  record Result(int topics, Connections.Posted posted, List<RuntimeException> failures) {}

  /** Tells rows: 3 requests per topic. */
  Result tell(Collection<Told> rows, Instant now) {
    Map<Topic, List<RowChange>> byTopic = new LinkedHashMap<>();
    for (Told told : rows) {
      told.topics()
          .forEach(
              topic -> byTopic.computeIfAbsent(topic, first -> new ArrayList<>()).add(told.row()));
    }
    List<RuntimeException> failures = new ArrayList<>();
    List<TopicDeltas> appended = append(byTopic, now, failures);
    Connections.Posted posted = connections.post(messages(appended, now));
    return new Result(appended.size(), posted, List.copyOf(failures));
  }

  private List<TopicDeltas> append(
      Map<Topic, List<RowChange>> byTopic, Instant now, List<RuntimeException> failures) {
    List<Future<TopicDeltas>> running = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(TOPICS_AT_ONCE, Thread.ofVirtual().factory())) {
      byTopic.forEach(
          (topic, rows) ->
              running.add(
                  threads.submit(
                      () -> TopicDeltas.append(deltas, subscriptions, topic, rows, now))));
    }
    List<TopicDeltas> appended = new ArrayList<>();
    for (Future<TopicDeltas> finished : running) {
      try {
        appended.add(finished.get());
      } catch (ExecutionException failed) {
        failures.add(
            failed.getCause() instanceof RuntimeException thrown
                ? thrown
                : new IllegalStateException("a topic could not be told", failed.getCause()));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while topics were told", interrupted);
      }
    }
    return appended;
  }

  /** Who hears several topics gets them one after the other, each in its order. */
  private static Map<ConnectionId, List<String>> messages(List<TopicDeltas> topics, Instant now) {
    Map<ConnectionId, List<String>> messages = new LinkedHashMap<>();
    for (TopicDeltas topic : topics) {
      for (Subscription subscription : topic.subscriptions()) {
        // One whose rights have ended hears nothing; the sweeper takes leave of it.
        List<String> heard = subscription.hasEnded(now) ? List.of() : topic.heardBy(subscription);
        if (!heard.isEmpty()) {
          messages
              .computeIfAbsent(subscription.connection(), first -> new ArrayList<>())
              .addAll(heard);
        }
      }
    }
    return messages;
  }
}
