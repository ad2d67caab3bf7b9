package callcentre.storage.live;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tickets, connections and subscriptions as items. */
final class LiveItems {

  static final String EXPIRES = "expires";
  static final String TOPICS = "topics";
  private static final String RIGHTS_END = "rights_end";
  private static final String ID = "id";
  private static final String CONNECTED = "connected_at";
  private static final String ENDS = "ends";
  private static final String END_REASON = "end_reason";
  private static final String UNTIL = "until";
  private static final String SINCE = "since";

  private LiveItems() {}

  static Map<String, AttributeValue> write(String hash, LiveTicket ticket) {
    return writeHolder(LiveKeys.item(LiveKeys.ticket(hash)), ticket.holder())
        .millis(EXPIRES, ticket.expires())
        .millis(RIGHTS_END, ticket.rightsEnd())
        .seconds(LiveKeys.TTL, ticket.expires())
        .build();
  }

  static LiveTicket readTicket(ItemReader item) {
    return new LiveTicket(readHolder(item), item.millis(EXPIRES), item.millis(RIGHTS_END));
  }

  static Map<String, AttributeValue> write(LiveConnection connection) {
    return writeHolder(LiveKeys.item(LiveKeys.connection(connection.id())), connection.holder())
        .text(ID, connection.id().value())
        .millis(CONNECTED, connection.connectedAt())
        .millis(ENDS, connection.ends())
        .text(END_REASON, connection.endReason().wireName())
        .seconds(LiveKeys.TTL, connection.ends().plus(LiveKeys.AFTER_END))
        .build();
  }

  static LiveConnection readConnection(ItemReader item) {
    return new LiveConnection(
        item.read(ID, ConnectionId::new),
        readHolder(item),
        item.millis(CONNECTED),
        item.millis(ENDS),
        item.read(END_REASON, LiveItems::readReason),
        readTopics(item));
  }

  static Map<String, AttributeValue> writeEnd(LiveConnection connection) {
    return LiveKeys.item(LiveKeys.expiring(connection.ends(), connection.id()))
        .text(ID, connection.id().value())
        .millis(ENDS, connection.ends())
        .seconds(LiveKeys.TTL, connection.ends().plus(LiveKeys.AFTER_END))
        .build();
  }

  static LiveEnd readEnd(ItemReader item) {
    return new LiveEnd(item.read(ID, ConnectionId::new), item.millis(ENDS));
  }

  static Map<String, AttributeValue> write(Subscription subscription) {
    return LiveKeys.item(LiveKeys.subscription(subscription.topic(), subscription.connection()))
        .millis(UNTIL, subscription.until())
        .time(SINCE, subscription.since())
        .seconds(LiveKeys.TTL, subscription.until().plus(LiveKeys.AFTER_END))
        .build();
  }

  static Subscription readSubscription(Topic topic, ItemReader item) {
    return new Subscription(
        topic,
        item.read(LiveKeys.MEMBER, ConnectionId::new),
        item.millis(UNTIL),
        item.findTime(SINCE));
  }

  private static ItemWriter writeHolder(ItemWriter item, LiveHolder holder) {
    return item.text("user_id", holder.userId())
        .flag("registered", holder.registered())
        .text("role", holder.role().wireName())
        .texts(
            "organisations",
            holder.organisations().stream().map(OrganisationId::value).sorted().toList());
  }

  private static LiveHolder readHolder(ItemReader item) {
    return new LiveHolder(
        item.text("user_id"),
        item.flag("registered"),
        item.read("role", name -> Role.ofWireName(name).orElseThrow()),
        item.texts("organisations").stream()
            .map(OrganisationId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** A set and not a list: subscribing adds to it without reading it. */
  private static Set<Topic> readTopics(ItemReader item) {
    AttributeValue topics = item.attributes().get(TOPICS);
    List<String> names = topics == null ? List.of() : topics.ss();
    return names.stream()
        .map(name -> Topic.find(name).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ServerMessage.Bye.Reason readReason(String name) {
    return ServerMessage.Bye.Reason.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
