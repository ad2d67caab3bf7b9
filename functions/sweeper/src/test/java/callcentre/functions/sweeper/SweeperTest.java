package callcentre.functions.sweeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.Fault;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.cloud.websocket.EmbeddedWebSocketApi;
import callcentre.cloud.websocket.Limits;
import callcentre.cloud.websocket.WebSocketApi;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.people.Role;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.SubscriptionRepository;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class SweeperTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final RequestCounter requests = new RequestCounter();
  private final FaultInjector faults = new FaultInjector();
  private EmbeddedWebSocketApi gateway;
  private LiveConnectionRepository connections;
  private SubscriptionRepository subscriptions;
  private SweeperHandler sweeper;

  @BeforeEach
  void start(Cloud cloud) {
    String stage = cloud.newStage();
    TemplateTables.create(cloud, stage, Table.LIVE_CONNECTIONS.baseName());
    gateway = EmbeddedWebSocketApi.start(new WebSocketApi("live", stage, Map.of(), Limits.AWS), 0);
    AwsClients clients = cloud.clients(requests, faults);
    Database database = new Database(clients::dynamoDb, () -> new Tables(stage));
    connections = new LiveConnectionRepository(database);
    subscriptions = new SubscriptionRepository(database);
    sweeper =
        new SweeperHandler(
            clients,
            new Environment(
                Map.of(
                    Variable.STAGE.name(),
                    stage,
                    Variable.LIVE_MANAGEMENT_ENDPOINT.name(),
                    gateway.managementEndpoint().toString())),
            () -> NOW);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void whoseTokenHasExpiredIsToldAndEndedAndNobodyElse() throws Exception {
    Client ended = new Client();
    ConnectionId endedId = open(ended, NOW);
    Client standing = new Client();
    ConnectionId standingId = open(standing, NOW.plusMillis(1));

    assertThat(run()).isEqualTo("ended 1 connections");

    assertThat(ended.texts.poll(30, TimeUnit.SECONDS))
        .isEqualTo("{\"type\":\"bye\",\"reason\":\"token_expired\"}");
    assertThat(ended.closed.get(30, TimeUnit.SECONDS)).isPositive();
    assertThat(gateway.connections()).containsExactly(standingId.value());
    assertThat(connections.find(endedId)).isEmpty();
    assertThat(connections.find(standingId)).isPresent();
    assertThat(subscriptions.of(Topic.ALL))
        .extracting(Subscription::connection)
        .containsExactly(standingId);
    assertThat(run()).isEqualTo("ended 0 connections");
  }

  @Test
  void manyThatEndAtOnceAreEndedInOneRunEvenIfTheyAreGone() {
    for (int index = 0; index < 70; index++) {
      keep(new ConnectionId("gone-" + index), NOW.minusSeconds(index));
    }
    assertThat(run()).isEqualTo("ended 70 connections");
    assertThat(subscriptions.of(Topic.ALL)).isEmpty();
    assertThat(connections.ended(NOW, 100)).isEmpty();
  }

  @Test
  void aConnectionThatCannotBeEndedNowIsEndedByTheNextRun() {
    ConnectionId id = new ConnectionId("gone");
    keep(id, NOW);
    faults.next("dynamodb.GetItem", new Fault.AccessDenied());

    assertThatThrownBy(this::run).hasMessageContaining("the next run tries again");
    assertThat(connections.find(id)).isPresent();
    assertThat(run()).isEqualTo("ended 1 connections");
  }

  @Test
  void aQuietMinuteCostsOneRequest() {
    requests.reset();
    run();
    assertThat(requests.counts()).isEqualTo(Map.of("dynamodb.Query", 1));
    keep(new ConnectionId("gone"), NOW);
    requests.reset();
    run();
    assertThat(requests.counts())
        .isEqualTo(
            Map.of(
                "dynamodb.Query", 2,
                "dynamodb.GetItem", 1,
                "dynamodb.DeleteItem", 1,
                "dynamodb.BatchWriteItem", 1));
  }

  @Test
  void primingTouchesNothing() {
    requests.reset();
    keep(new ConnectionId("gone"), NOW);
    sweeper.prime();
    assertThat(connections.find(new ConnectionId("gone"))).isPresent();
  }

  private String run() {
    return sweeper.handleRequest(Map.of(), new Invocation(Duration.ofSeconds(50)));
  }

  private ConnectionId open(Client client, Instant ends) {
    HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(gateway.address(), client).join();
    ConnectionId id =
        gateway.connections().stream()
            .map(ConnectionId::new)
            .filter(each -> connections.find(each).isEmpty())
            .findFirst()
            .orElseThrow();
    keep(id, ends);
    return id;
  }

  private void keep(ConnectionId id, Instant ends) {
    LiveHolder holder = new LiveHolder("ann", true, Role.PLATFORM_ADMIN, Set.of());
    connections.open(
        LiveConnection.open(id, new LiveTicket(holder, NOW, ends), NOW.minusSeconds(60)));
    subscriptions.put(new Subscription(Topic.ALL, id, ends, Optional.empty()));
  }

  /** Keeps what it is told. */
  private static final class Client implements WebSocket.Listener {

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      texts.add(data.toString());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }
  }
}
