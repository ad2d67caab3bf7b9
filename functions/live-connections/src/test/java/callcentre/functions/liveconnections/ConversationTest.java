package callcentre.functions.liveconnections;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.people.UserRepository;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on an open connection. */
@ExtendWith(CloudExtension.class)
class ConversationTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));
  private static final LiveHolder ADMIN =
      new LiveHolder("root", false, Role.PLATFORM_ADMIN, Set.of());

  private LiveStage stage;
  private DeltaRepository deltas;
  private SubscriptionRepository subscriptions;
  private UserRepository users;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new LiveStage(cloud, NOW);
    deltas = new DeltaRepository(stage.database);
    subscriptions = new SubscriptionRepository(stage.database);
    users = new UserRepository(stage.database);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aPingIsAnsweredForTwoRequests() {
    try (LiveClient client = stage.connect(ADMIN)) {
      stage.requests.reset();
      JsonNode pong = client.say("{\"type\":\"ping\"}").next();
      assertThat(pong).hasToString("{\"type\":\"pong\",\"at\":\"2026-11-21T10:00:00Z\"}");
      assertThat(stage.requests.counts()).isEqualTo(Map.of("dynamodb.GetItem", 2));
    }
  }

  @Test
  void aSubscriptionBeginsWithTheStateAndTheTopicsCount() {
    stage.user(
        "ann", Role.AGENT, Set.of("north"), LiveStage.assignment("101", NOW.minusSeconds(60)));
    deltas.append(Topic.ALL, Rows.rows(1, 3), NOW.minus(LiveLimits.INDEX_LAG).minusMillis(1));
    try (LiveClient client = stage.connect(ADMIN)) {
      JsonNode snapshot = client.subscribe("all");
      assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.path("topic").asText()).isEqualTo("all");
      assertThat(snapshot.path("seq").asLong()).isEqualTo(3);
      assertThat(snapshot.path("page").asInt()).isEqualTo(1);
      assertThat(snapshot.path("last").asBoolean()).isTrue();
      assertThat(snapshot.path("since").asText()).isEqualTo("2026-11-21T09:00:00Z");
      assertThat(types(snapshot)).contains("agent");
      assertThat(client.untilPong()).isEmpty();
      assertThat(subscriptions.of(Topic.ALL)).hasSize(1);
    }
  }

  @Test
  void theDeltasOfTheLastMomentsFollowTheState() {
    deltas.append(Topic.ALL, Rows.rows(1, 2), NOW.minusSeconds(40));
    deltas.append(Topic.ALL, Rows.rows(3, 2), NOW.minusSeconds(20));
    try (LiveClient client = stage.connect(ADMIN)) {
      assertThat(client.subscribe("all").path("seq").asLong()).isEqualTo(4);
      assertThat(client.next(2))
          .extracting(delta -> delta.path("seq").asLong())
          .containsExactly(3L, 4L);
    }
  }

  @Test
  void resumeAtEverySeqGivesExactlyTheDeltasSince() {
    List<RowChange> all = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      List<RowChange> some = Rows.rows(1 + batch * 3, 3);
      deltas.append(Topic.ALL, some, NOW.minusSeconds(60));
      all.addAll(some);
    }
    try (LiveClient client = stage.connect(ADMIN)) {
      for (int seq = 0; seq <= all.size(); seq++) {
        List<JsonNode> answer = client.say(LiveClient.resume("all", seq)).until("resumed");
        assertThat(answer.getLast())
            .hasToString("{\"type\":\"resumed\",\"topic\":\"all\",\"seq\":12}");
        assertThat(answer.subList(0, answer.size() - 1))
            .extracting(delta -> delta.path("data").path("id").asText())
            .isEqualTo(all.subList(seq, all.size()).stream().map(RowChange::id).toList());
      }
    }
  }

  @Test
  void aResumeCostsThePacksAfterTheSeq() {
    deltas.append(Topic.ALL, Rows.rows(1, 3), NOW);
    try (LiveClient client = stage.connect(ADMIN)) {
      stage.requests.reset();
      client.say(LiveClient.resume("all", 1));
      assertThat(client.next().path("seq").asLong()).isEqualTo(2);
      assertThat(client.next().path("seq").asLong()).isEqualTo(3);
      assertThat(client.next().path("type").asText()).isEqualTo("resumed");
      assertThat(stage.requests.counts())
          .isEqualTo(
              Map.of("dynamodb.GetItem", 3, "dynamodb.TransactWriteItems", 1, "dynamodb.Query", 1));
    }
  }

  @Test
  void whatCannotBeResumedBeginsWithTheStateAgain() {
    deltas.append(Topic.ALL, Rows.rows(1, 3), NOW.minusSeconds(60));
    try (LiveClient client = stage.connect(ADMIN)) {
      JsonNode snapshot = client.say(LiveClient.resume("all", 7)).next();
      assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.path("seq").asLong()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "[]",
        "{}",
        "{\"type\":\"shout\"}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"topics\":[]}",
        "{\"type\":\"subscribe\",\"topics\":[1]}",
        "{\"type\":\"subscribe\",\"topics\":\"all\"}",
        "{\"type\":\"resume\",\"topic\":\"all\"}",
        "{\"type\":\"resume\",\"topic\":\"all\",\"seq\":-1}",
        "{\"type\":\"resume\",\"topic\":\"all\",\"seq\":1.5}",
        "{\"type\":\"resume\",\"seq\":1}"
      })
  void aMessageOfAnotherFormIsRefusedAndTheConnectionStands(String message) {
    try (LiveClient client = stage.connect(ADMIN)) {
      JsonNode refusal = client.say(message).next();
      assertThat(refusal.path("error").asText()).isEqualTo("invalid_message");
      assertThat(refusal.path("message").asText()).endsWith("nothing was done.");
      assertThat(client.untilPong()).isEmpty();
    }
  }

  @Test
  void aConnectionHearsNoMoreTopicsThanItMay() {
    String topics =
        IntStream.rangeClosed(0, LiveLimits.TOPICS)
            .mapToObj(index -> "\"org:o" + index + "\"")
            .collect(Collectors.joining(","));
    try (LiveClient client = stage.connect(ADMIN)) {
      client.say("{\"type\":\"subscribe\",\"topics\":[" + topics + "]}");
      List<JsonNode> answers = client.next(LiveLimits.TOPICS + 1);
      assertThat(answers.getLast().path("error").asText()).isEqualTo("too_many_topics");
      assertThat(client.say(LiveClient.resume("all", 0)).next().path("error").asText())
          .isEqualTo("too_many_topics");
      assertThat(client.say(LiveClient.resume("org:o1", 0)).next().path("type").asText())
          .isEqualTo("resumed");
    }
  }

  @Test
  void aConnectionWhoseTimeIsUpIsToldAndEnded() {
    try (LiveClient client = stage.connect(ADMIN)) {
      ConnectionId id = onlyConnection();
      stage.now.set(NOW.plusSeconds(3600));
      assertThat(client.say("{\"type\":\"ping\"}").next())
          .hasToString("{\"type\":\"bye\",\"reason\":\"token_expired\"}");
      assertThat(client.closeCode()).isPositive();
      LiveConnectionRepository connections = new LiveConnectionRepository(stage.database);
      Waiting.until("the connection is forgotten", () -> connections.find(id).isEmpty());
    }
  }

  @Test
  void anOutageIsToldAndTheConnectionStands() {
    try (LiveClient client = stage.connect(ADMIN)) {
      stage.faults.next("dynamodb.GetItem", new Fault.AccessDenied());
      assertThat(client.say("{\"type\":\"ping\"}").next().path("error").asText())
          .isEqualTo("temporarily_unavailable");
      assertThat(client.untilPong()).isEmpty();
    }
  }

  @Test
  void aConnectionThatIsGoneAtTheGatewayIsForgotten() {
    try (LiveClient client = stage.connect(ADMIN)) {
      client.subscribe("all");
      ConnectionId id = onlyConnection();
      stage.gateway.disturbances().gone(id.value());
      client.say("{\"type\":\"ping\"}");
      LiveConnectionRepository connections = new LiveConnectionRepository(stage.database);
      Waiting.until("the connection is forgotten", () -> connections.find(id).isEmpty());
      Waiting.until("it hears nothing", () -> subscriptions.of(Topic.ALL).isEmpty());
    }
  }

  private ConnectionId onlyConnection() {
    return new ConnectionId(stage.gateway.connections().iterator().next());
  }

  private static List<String> types(JsonNode snapshot) {
    List<String> types = new ArrayList<>();
    snapshot.path("rows").forEach(row -> types.add(row.path("type").asText()));
    return types;
  }
}
