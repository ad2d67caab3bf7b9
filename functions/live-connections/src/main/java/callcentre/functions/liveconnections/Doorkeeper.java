package callcentre.functions.liveconnections;

import callcentre.domain.live.LiveAccess;
import callcentre.domain.live.LiveAccess.Grant;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.people.UserRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows what the person at a connection may hear now, and ends what it may not any more. */
final class Doorkeeper {

  private final UserRepository users;
  private final SubscriptionRepository subscriptions;

  Doorkeeper(UserRepository users, SubscriptionRepository subscriptions) {
    this.users = users;
    this.subscriptions = subscriptions;
  }

  /** What the person may hear: 1 request. */
  LiveAccess access(LiveConnection connection, Instant now) {
    Optional<User> row = users.find(connection.holder().userId()).map(Versioned::value);
    return LiveAccess.of(connection.holder(), row, now);
  }

  /**
   * Ends the subscriptions that are not for this person any more; and one to an extension that the
   * person holds anew starts anew. No request unless something changed, but 1 for an extension.
   *
   * @return the topics that were ended
   */
  List<Topic> review(LiveConnection connection, LiveAccess access) {
    List<Topic> ended = new ArrayList<>();
    for (Topic topic : connection.topics()) {
      Optional<Grant> grant = access.to(topic);
      if (grant.isEmpty()) {
        subscriptions.remove(topic, connection.id());
        ended.add(topic);
      } else if (topic instanceof Topic.OfAgent) {
        Subscription due =
            new Subscription(topic, connection.id(), connection.ends(), grant.get().since());
        if (!subscriptions.find(topic, connection.id()).equals(Optional.of(due))) {
          subscriptions.put(due);
        }
      }
    }
    return ended;
  }
}
