package callcentre.functions.liveconnections;

import callcentre.domain.live.ClientMessage;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveAccess;
import callcentre.domain.live.LiveAccess.Grant;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.ServerMessage.Refusal;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.live.ClientMessages;
import callcentre.live.InvalidMessageException;
import callcentre.live.Line;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.SubscriptionRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what clients say, and before that ends what the person may not hear any more. */
final class Conversation {

  private final LiveConnectionRepository connections;
  private final SubscriptionRepository subscriptions;
  private final Doorkeeper doorkeeper;
  private final Feed feed;
  private final Line line;
  private final InstantSource clock;

  Conversation(
      LiveConnectionRepository connections,
      SubscriptionRepository subscriptions,
      Doorkeeper doorkeeper,
      Feed feed,
      Line line,
      InstantSource clock) {
    this.connections = connections;
    this.subscriptions = subscriptions;
    this.doorkeeper = doorkeeper;
    this.feed = feed;
    this.line = line;
    this.clock = clock;
  }

  /**
   * Answers a message.
   *
   * @throws RuntimeException when something is out of order on this side; the client is told
   */
  void answer(ConnectionId id, String text) {
    try {
      Optional<LiveConnection> found = connections.find(id);
      if (found.isEmpty()) {
        line.cut(id);
      } else if (found.get().hasEnded(clock.instant())) {
        line.end(found.get());
      } else {
        answer(found.get(), text);
      }
    } catch (RuntimeException outOfOrder) {
      line.tell(
          id,
          List.of(
              new Refusal(
                  Refusal.Reason.TEMPORARILY_UNAVAILABLE,
                  Optional.empty(),
                  "The message was not answered, or not in full. The connection stands; send it"
                      + " again in a moment.")));
      throw outOfOrder;
    }
  }

  private void answer(LiveConnection connection, String text) {
    Instant now = clock.instant();
    LiveAccess access = doorkeeper.access(connection, now);
    for (Topic ended : doorkeeper.review(connection, access)) {
      line.tell(connection.id(), List.of(notFound(ended.wireName())));
    }
    try {
      switch (ClientMessages.read(text)) {
        case ClientMessage.Ping ping ->
            line.tell(connection.id(), List.of(new ServerMessage.Pong(now)));
        case ClientMessage.Subscribe subscribe -> subscribe(connection, access, subscribe, now);
        case ClientMessage.Resume resume -> resume(connection, access, resume, now);
      }
    } catch (InvalidMessageException invalid) {
      line.tell(
          connection.id(),
          List.of(
              new Refusal(
                  Refusal.Reason.INVALID_MESSAGE,
                  Optional.empty(),
                  String.valueOf(invalid.getMessage()))));
    }
  }

  private void subscribe(
      LiveConnection connection, LiveAccess access, ClientMessage.Subscribe asked, Instant now) {
    Set<Topic> held = new HashSet<>(connection.topics());
    for (String name : asked.topics()) {
      Optional<Subscription> subscription = subscription(connection, access, name);
      if (subscription.isEmpty()) {
        line.tell(connection.id(), List.of(notFound(name)));
      } else if (held.add(subscription.get().topic()) && held.size() > LiveLimits.TOPICS) {
        held.remove(subscription.get().topic());
        line.tell(connection.id(), List.of(tooMany(name)));
      } else if (subscriptions.put(subscription.get())) {
        line.tell(connection.id(), feed.state(subscription.get(), now));
      }
    }
  }

  private void resume(
      LiveConnection connection, LiveAccess access, ClientMessage.Resume asked, Instant now) {
    Optional<Subscription> subscription = subscription(connection, access, asked.topic());
    if (subscription.isEmpty()) {
      line.tell(connection.id(), List.of(notFound(asked.topic())));
    } else if (!connection.topics().contains(subscription.get().topic())
        && connection.topics().size() >= LiveLimits.TOPICS) {
      line.tell(connection.id(), List.of(tooMany(asked.topic())));
    } else if (subscriptions.put(subscription.get())) {
      line.tell(connection.id(), feed.since(subscription.get(), asked.seq(), now));
    }
  }

  private static Optional<Subscription> subscription(
      LiveConnection connection, LiveAccess access, String name) {
    Optional<Topic> topic = Topic.find(name);
    Optional<Grant> grant = topic.flatMap(access::to);
    return grant.map(
        given ->
            new Subscription(
                topic.orElseThrow(), connection.id(), connection.ends(), given.since()));
  }

  /** The same whether there is no such topic or it is somebody else's. */
  private static Refusal notFound(String topic) {
    return new Refusal(
        Refusal.Reason.NOT_FOUND,
        Optional.of(topic),
        "There is no such topic for you; the connection is not subscribed to it.");
  }

  private static Refusal tooMany(String topic) {
    return new Refusal(
        Refusal.Reason.TOO_MANY_TOPICS,
        Optional.of(topic),
        "A connection hears at most "
            + LiveLimits.TOPICS
            + " topics; it is not subscribed to this one.");
  }
}
