package callcentre.storage.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LiveConnectionRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));

  private final TestStore store;
  private final LiveConnectionRepository connections;
  private final SubscriptionRepository subscriptions;

  LiveConnectionRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.LIVE_CONNECTIONS);
    connections = new LiveConnectionRepository(store.database());
    subscriptions = new SubscriptionRepository(store.database());
  }

  @Test
  void aConnectionIsFoundAsItWasOpenedWithTheTopicsThatItGotLater() {
    LiveConnection opened = open("L0SM9cOFvHcCIhw=", Duration.ofHours(1));

    assertThat(connections.find(opened.id())).contains(opened);
    subscribe(opened, Topic.ALL, Optional.empty());
    subscribe(opened, AGENT, Optional.of(NOW.minusNanos(1)));
    assertThat(connections.find(opened.id()).orElseThrow().topics())
        .containsExactlyInAnyOrder(Topic.ALL, AGENT);
  }

  @Test
  void aTopicListsWhoHearsItUntilWhenAndFromWhichStartOn() {
    LiveConnection first = open("A=", Duration.ofHours(1));
    LiveConnection second = open("B=", Duration.ofHours(1));
    subscribe(first, AGENT, Optional.of(NOW.minusNanos(1)));
    subscribe(second, AGENT, Optional.empty());
    subscribe(second, Topic.ALL, Optional.empty());

    assertThat(subscriptions.of(AGENT))
        .containsExactly(
            new Subscription(AGENT, first.id(), first.ends(), Optional.of(NOW.minusNanos(1))),
            new Subscription(AGENT, second.id(), second.ends(), Optional.empty()));
    assertThat(subscriptions.of(Topic.ALL)).hasSize(1);
  }

  @Test
  void aForgottenConnectionLeavesNothingBehindAndCannotSubscribeAgain() {
    LiveConnection opened = open("A=", Duration.ofHours(1));
    subscribe(opened, Topic.ALL, Optional.empty());
    subscribe(opened, AGENT, Optional.empty());

    assertThat(store.requestsOf(() -> connections.forget(opened.id()))).isEqualTo(2);

    assertThat(connections.find(opened.id())).isEmpty();
    assertThat(subscriptions.of(Topic.ALL)).isEmpty();
    assertThat(subscriptions.of(AGENT)).isEmpty();
    assertThat(connections.ended(opened.ends(), 10)).isEmpty();
    assertThat(subscriptions.put(subscription(opened, Topic.ALL, Optional.empty()))).isFalse();
    assertThat(subscriptions.of(Topic.ALL)).isEmpty();
    assertThat(store.requestsOf(() -> connections.forget(opened.id()))).isEqualTo(1);
  }

  @Test
  void anEndedSubscriptionIsGoneFromTopicAndConnection() {
    LiveConnection opened = open("A=", Duration.ofHours(1));
    subscribe(opened, Topic.ALL, Optional.empty());
    subscribe(opened, AGENT, Optional.empty());

    subscriptions.remove(AGENT, opened.id());

    assertThat(subscriptions.of(AGENT)).isEmpty();
    assertThat(connections.find(opened.id()).orElseThrow().topics()).containsExactly(Topic.ALL);
  }

  @Test
  void endingASubscriptionOfAForgottenConnectionDoesNotBringItBack() {
    LiveConnection opened = open("A=", Duration.ofHours(1));
    subscribe(opened, AGENT, Optional.empty());
    connections.forget(opened.id());

    subscriptions.remove(AGENT, opened.id());

    assertThat(connections.find(opened.id())).isEmpty();
  }

  @Test
  void connectionsEndInTheOrderOfTheirEndsAndNoneBefore() {
    LiveConnection late = open("A=", Duration.ofMinutes(30));
    LiveConnection early = open("B=", Duration.ofMinutes(10));
    open("C=", Duration.ofHours(1));

    assertThat(connections.ended(early.ends().minusMillis(1), 10)).isEmpty();
    assertThat(connections.ended(late.ends(), 10))
        .containsExactly(
            new LiveEnd(early.id(), early.ends()), new LiveEnd(late.id(), late.ends()));
    assertThat(connections.ended(late.ends(), 1))
        .containsExactly(new LiveEnd(early.id(), early.ends()));

    connections.forget(new LiveEnd(early.id(), early.ends()));
    assertThat(connections.ended(late.ends(), 10))
        .containsExactly(new LiveEnd(late.id(), late.ends()));
  }

  @Test
  void openingAndSubscribingCostOneRequestEach() {
    LiveConnection connection = connection("A=", Duration.ofHours(1));
    assertThat(store.requestsOf(() -> connections.open(connection))).isEqualTo(1);
    assertThat(store.requestsOf(() -> connections.find(connection.id()))).isEqualTo(1);
    assertThat(store.requestsOf(() -> subscribe(connection, AGENT, Optional.empty()))).isEqualTo(1);
    assertThat(store.requestsOf(() -> subscriptions.of(AGENT))).isEqualTo(1);
  }

  private void subscribe(LiveConnection connection, Topic topic, Optional<Instant> since) {
    assertThat(subscriptions.put(subscription(connection, topic, since))).isTrue();
  }

  private static Subscription subscription(
      LiveConnection connection, Topic topic, Optional<Instant> since) {
    return new Subscription(topic, connection.id(), connection.ends(), since);
  }

  private LiveConnection open(String id, Duration rights) {
    LiveConnection connection = connection(id, rights);
    connections.open(connection);
    return connection;
  }

  private static LiveConnection connection(String id, Duration rights) {
    LiveHolder holder = new LiveHolder("user-1", true, Role.AGENT, Set.of());
    return LiveConnection.open(
        new ConnectionId(id), new LiveTicket(holder, NOW.plusSeconds(60), NOW.plus(rights)), NOW);
  }
}
