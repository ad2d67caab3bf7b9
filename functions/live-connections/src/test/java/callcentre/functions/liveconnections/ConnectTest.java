package callcentre.functions.liveconnections;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.TicketText;
import callcentre.domain.people.Role;
import callcentre.storage.live.LiveConnectionRepository;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in. */
@ExtendWith(CloudExtension.class)
class ConnectTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String PROTOCOL = "mightycall.v1";
  private static final LiveHolder SOMEBODY =
      new LiveHolder("ann", false, Role.PLATFORM_ADMIN, Set.of());

  private Cloud cloud;
  private LiveStage stage;

  @BeforeEach
  void start(Cloud given) {
    cloud = given;
    stage = new LiveStage(cloud, NOW);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTicketOpensOneConnectionAndNoOther() {
    URI address = address(NOW.plusSeconds(3600));
    stage.requests.reset();
    try (LiveClient client = LiveClient.connect(address)) {
      assertThat(client.protocol()).isEqualTo(PROTOCOL);
      assertThat(stage.requests.counts())
          .isEqualTo(Map.of("dynamodb.DeleteItem", 1, "dynamodb.TransactWriteItems", 1));
      assertThat(LiveClient.refused(address, PROTOCOL)).isEqualTo(401);
    }
  }

  @Test
  void anUnknownAMalformedAMissingAndAnotherStagesTicketAreRefused() {
    try (LiveStage other = new LiveStage(cloud, NOW)) {
      String foreign = other.ticket(SOMEBODY, NOW.plusSeconds(3600)).value();
      assertThat(LiveClient.refused(stage.address(foreign), PROTOCOL)).isEqualTo(401);
    }
    assertThat(LiveClient.refused(stage.address("A".repeat(43)), PROTOCOL)).isEqualTo(401);
    assertThat(LiveClient.refused(stage.address("all"), PROTOCOL)).isEqualTo(401);
    assertThat(LiveClient.refused(stage.gateway.address(), PROTOCOL)).isEqualTo(401);
    assertThat(stage.gateway.connections()).isEmpty();
  }

  @Test
  void anExpiredTicketIsRefused() {
    URI address = address(NOW.plusSeconds(3600));
    stage.now.set(NOW.plusSeconds(60));
    assertThat(LiveClient.refused(address, PROTOCOL)).isEqualTo(401);
  }

  @Test
  void aTicketWhoseTokenHasExpiredIsRefused() {
    assertThat(LiveClient.refused(address(NOW), PROTOCOL)).isEqualTo(401);
  }

  @Test
  void whoDoesNotSpeakTheProtocolIsRefusedAndKeepsTheTicket() {
    URI address = address(NOW.plusSeconds(3600));
    assertThat(LiveClient.refused(address)).isEqualTo(400);
    assertThat(LiveClient.refused(address, "mightycall.v2")).isEqualTo(400);
    LiveClient.connect(address).close();
  }

  @Test
  void ofTwoThatConnectWithOneTicketAtOnceOneWins() throws Exception {
    URI address = address(NOW.plusSeconds(3600));
    Callable<Boolean> attempt =
        () -> {
          try {
            LiveClient.connect(address);
            return true;
          } catch (CompletionException refused) {
            return false;
          }
        };
    int opened = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Boolean> each : threads.invokeAll(List.of(attempt, attempt))) {
        opened += each.get() ? 1 : 0;
      }
    }
    assertThat(opened).isEqualTo(1);
    assertThat(stage.gateway.connections()).hasSize(1);
  }

  @Test
  void duringAnOutageNobodyIsLetInAndTheChannelSaysSo() {
    URI address = address(NOW.plusSeconds(3600));
    stage.faults.next("dynamodb.DeleteItem", new Fault.AccessDenied());
    assertThat(LiveClient.refused(address, PROTOCOL)).isEqualTo(503);
    LiveClient.connect(address).close();
  }

  @Test
  void aConnectionThatClosesIsForgotten() {
    LiveConnectionRepository connections = new LiveConnectionRepository(stage.database);
    LiveClient client = stage.connect(SOMEBODY);
    ConnectionId id = new ConnectionId(stage.gateway.connections().iterator().next());
    assertThat(connections.find(id)).isPresent();
    client.say("{\"type\":\"subscribe\",\"topics\":[\"all\"]}").next();

    client.close();

    Waiting.until("the connection is forgotten", () -> connections.find(id).isEmpty());
  }

  @Test
  void primingDoesNotFail() {
    stage.requests.reset();
    stage.handler().prime();
    assertThat(stage.gateway.connections()).isEmpty();
  }

  private URI address(Instant rightsEnd) {
    TicketText ticket = stage.ticket(SOMEBODY, rightsEnd);
    return stage.address(ticket.value());
  }
}
